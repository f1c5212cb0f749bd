import { Component, input, output, signal } from '@angular/core';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import type { components } from '@deskhand/shared/api';
import type { Problem } from '../platform/problem';
import { PersonPicker } from '../ui/person-picker';
import type { PersonWithWork } from './people-api';

type PersonRef = components['schemas']['PersonRefDto'];

/** Who gets the open tickets of somebody who stops working on them: an id, null for nobody, undefined while nothing is chosen. */
export type Heir = string | null | undefined;

@Component({
  selector: 'dh-heir-choice',
  imports: [MatRadioButton, MatRadioGroup, PersonPicker],
  template: `
    <p i18n>
      {person().openTickets, plural,
        =1 {{{ person().name }} has one open ticket.}
        other {{{ person().name }} has {{ person().openTickets }} open tickets.}
      }
    </p>
    <mat-radio-group aria-label="Who gets the open tickets" i18n-aria-label [value]="goesTo()">
      <!-- Not on the group: it would also hear the field's own change, which comes up through the page. -->
      <mat-radio-button value="somebody" (change)="choose('somebody')" i18n>Somebody else</mat-radio-button>
      @if (goesTo() === 'somebody') {
        <dh-person-picker
          label="Give them to"
          i18n-label
          hint="Agents and admins, by name or mail address."
          i18n-hint
          roles="agent,admin"
          [value]="somebody()"
          (valueChange)="name($event)"
        />
      }
      <mat-radio-button value="nobody" (change)="choose('nobody')" i18n>Nobody: back to the queue</mat-radio-button>
    </mat-radio-group>
  `,
  styles: `
    p {
      color: var(--mat-sys-on-surface);
    }
    mat-radio-group {
      display: grid;
      margin-block-start: 8px;
    }
    dh-person-picker {
      display: block;
      margin-block: 4px 12px;
    }
  `,
})
export class HeirChoice {
  readonly person = input.required<PersonWithWork>();
  readonly chosen = output<Heir>();

  protected readonly goesTo = signal<'somebody' | 'nobody'>('somebody');
  protected readonly somebody = signal<PersonRef | null>(null);

  protected choose(goesTo: 'somebody' | 'nobody'): void {
    this.goesTo.set(goesTo);
    this.chosen.emit(goesTo === 'nobody' ? null : this.somebody()?.id);
  }

  protected name(person: PersonRef | null): void {
    this.somebody.set(person);
    this.chosen.emit(person?.id);
  }
}

/** What is wrong with the heir, or else why it could not be done. */
export function heirProblem({ facts, words }: Problem): string {
  return facts.errors[0]?.detail ?? words;
}

/** What is said where nothing is chosen yet. */
export const HEIR_MISSING = $localize`Choose who gets the tickets, or give them back to the queue.`;
