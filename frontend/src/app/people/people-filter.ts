import { Component, computed, effect, input, linkedSignal, output, untracked } from '@angular/core';
import { MatLabel, MatPrefix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatOption } from '@angular/material/core';
import { MatSelect } from '@angular/material/select';
import { FORM_FIELD } from '../ui/form-field';
import { roleLabel } from '../ui/role-label';

/** As in the address: empty means everybody. */
export interface PeopleQuery {
  readonly q: string;
  readonly role: string;
  readonly disabled: string;
  readonly invited: string;
}

/** Long enough that a word is not searched letter by letter. */
const PAUSE_MS = 250;

@Component({
  selector: 'dh-people-filter',
  imports: [FORM_FIELD, MatIcon, MatInput, MatLabel, MatOption, MatPrefix, MatSelect],
  host: { class: 'dh-dense', role: 'search' },
  templateUrl: './people-filter.html',
  styleUrl: './people-filter.scss',
})
export class PeopleFilter {
  readonly query = input.required<PeopleQuery>();
  readonly queryChange = output<PeopleQuery>();

  protected readonly typed = linkedSignal(() => this.query().q);
  protected readonly roles = [
    { value: '', label: $localize`All roles` },
    { value: 'employee', label: roleLabel('employee') },
    { value: 'agent', label: roleLabel('agent') },
    { value: 'admin', label: roleLabel('admin') },
  ];
  protected readonly states = [
    { value: '', label: $localize`All` },
    { value: 'active', label: $localize`Active` },
    { value: 'invited', label: $localize`Invited` },
    { value: 'disabled', label: $localize`Disabled` },
  ];
  protected readonly state = computed(() => stateOf(this.query()));

  constructor() {
    effect((onCleanup) => {
      const q = this.typed().trim();
      const timer = setTimeout(() => {
        if (q !== untracked(this.query).q) this.change({ q });
      }, PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  protected chooseState(state: string): void {
    const isSomething = state !== '';
    this.change({
      disabled: isSomething ? String(state === 'disabled') : '',
      invited: isSomething && state !== 'disabled' ? String(state === 'invited') : '',
    });
  }

  protected change(part: Partial<PeopleQuery>): void {
    this.queryChange.emit({ ...untracked(this.query), ...part });
  }
}

function stateOf({ disabled, invited }: PeopleQuery): string {
  if (disabled === 'true') return 'disabled';
  if (invited === 'true') return 'invited';
  return disabled === 'false' ? 'active' : '';
}
