import { Component, computed, inject, input, output } from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { Session } from '../platform/session';
import { Avatar } from '../ui/avatar';
import { RelativeTime } from '../ui/relative-time';
import { roleLabel } from '../ui/role-label';
import type { Person } from './people-api';
import { PersonActions } from './person-actions';

@Component({
  selector: 'dh-people-table',
  imports: [Avatar, MatTableModule, PersonActions, RelativeTime],
  templateUrl: './people-table.html',
  styleUrl: './people-table.scss',
})
export class PeopleTable {
  private readonly session = inject(Session);

  readonly people = input.required<readonly Person[]>();
  /** Somebody was changed; the list on the server is newer than this one. */
  readonly changed = output();

  protected readonly roleLabel = roleLabel;
  protected readonly columns = computed(() => {
    const facts = ['name', 'role', 'phone', 'place', 'lastSeen'];
    return this.session.may('people.manage') ? [...facts, 'actions'] : facts;
  });

  /** Nobody changes his own role or locks himself out; another admin does. */
  protected isMe(person: Person): boolean {
    return person.id === this.session.me()?.id;
  }

  protected readonly idOf = (_index: number, person: Person): string => person.id;
}
