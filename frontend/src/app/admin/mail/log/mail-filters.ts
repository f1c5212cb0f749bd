import { Component, computed, inject, input, LOCALE_ID, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Params } from '@angular/router';
import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@deskhand/shared';
import { Now } from '../../../platform/now';
import { askTimeRange } from '../../../ui/ask-time-range';
import { FilterChipButton } from '../../../ui/filter-chip-button';
import { timePresets, type TimeRange } from '../../../ui/time-range';
import { KIND_LABELS, STATE_WORDS } from '../mail-words';
import { type MailChip, mailChips } from './mail-chips';
import { kindsIn, statesIn, textIn, toggledIn } from './mail-query';

/** What narrows the mail log: fields and menus that add filters, and each filter as a chip that can be taken away. */
@Component({
  selector: 'dh-mail-filters',
  imports: [
    ...[MatButton, MatFormField, MatIcon, MatInput, MatLabel, MatMenu, MatMenuItem, MatMenuTrigger],
    FilterChipButton,
  ],
  host: { class: 'dh-dense', role: 'search' },
  templateUrl: './mail-filters.html',
  styleUrl: './mail-filters.scss',
})
export class MailFilters {
  private readonly dialog = inject(MatDialog);
  private readonly locale = inject(LOCALE_ID);
  private readonly now = inject(Now);

  readonly params = input.required<Params>();
  readonly narrowed = output<Params>();

  private readonly today = computed(() => new Date(this.now.ms()));
  protected readonly states = MAIL_STATES;
  protected readonly stateWords = STATE_WORDS;
  protected readonly kinds = MAIL_KINDS;
  protected readonly kindLabels = KIND_LABELS;
  protected readonly chosenStates = computed<ReadonlySet<MailState>>(() => new Set(statesIn(this.params())));
  protected readonly chosenKinds = computed<ReadonlySet<MailKind>>(() => new Set(kindsIn(this.params())));
  protected readonly isStuck = computed(() => textIn(this.params(), 'stuck') === 'true');
  protected readonly presets = computed(() => timePresets(this.today()));
  protected readonly chips = computed(() => mailChips(this.params(), { locale: this.locale, now: this.today() }));

  protected narrow(params: Params): void {
    this.narrowed.emit(params);
  }

  protected chooseTicket(typed: string): void {
    const number = /\d{1,15}/.exec(typed)?.[0];
    if (number !== undefined) this.narrow({ ticket: number });
  }

  protected toggleState(state: MailState): void {
    this.narrow({ state: toggledIn([...this.chosenStates()], state) });
  }

  protected toggleKind(kind: MailKind): void {
    this.narrow({ kind: toggledIn([...this.chosenKinds()], kind) });
  }

  protected chooseTime({ from, to }: TimeRange): void {
    this.narrow({ from: from || null, to: to || null });
  }

  protected async askTime(): Promise<void> {
    const range = { from: textIn(this.params(), 'from'), to: textIn(this.params(), 'to') };
    const chosen = await askTimeRange(this.dialog, { heading: $localize`Written between`, range });
    if (chosen) this.chooseTime(chosen);
  }

  protected remove({ keys }: MailChip): void {
    this.narrow(Object.fromEntries(keys.map((key) => [key, null])));
  }
}
