import { Component, computed, inject, input, LOCALE_ID, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Params } from '@angular/router';
import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@deskhand/shared';
import { Now } from '../../../platform/now';
import { textIn, toggledIn } from '../../../platform/query-params';
import { FORM_FIELD } from '../../../ui/form-field';
import { rangeIn, rangeParams, type TimeRange } from '../../../ui/time-range';
import { TimeRangeMenu } from '../../../ui/time-range-menu';
import { ListFilters } from '../../frame/list-filters';
import { KIND_LABELS, STATE_WORDS } from '../mail-words';
import { mailChips } from './mail-chips';
import { kindsIn, statesIn } from './mail-query';

/** What narrows the mail log. */
@Component({
  selector: 'dh-mail-filters',
  imports: [
    ...[MatButton, FORM_FIELD, MatIcon, MatInput, MatLabel, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
    ...[ListFilters, TimeRangeMenu],
  ],
  templateUrl: './mail-filters.html',
})
export class MailFilters {
  private readonly locale = inject(LOCALE_ID);
  private readonly now = inject(Now);

  readonly params = input.required<Params>();
  readonly narrowed = output<Params>();

  protected readonly allStates = MAIL_STATES;
  protected readonly stateWords = STATE_WORDS;
  protected readonly allKinds = MAIL_KINDS;
  protected readonly kindLabels = KIND_LABELS;
  protected readonly question = $localize`Written between`;
  protected readonly toggled = toggledIn;
  protected readonly states = computed<ReadonlySet<MailState>>(() => new Set(statesIn(this.params())));
  protected readonly kinds = computed<ReadonlySet<MailKind>>(() => new Set(kindsIn(this.params())));
  protected readonly isStuck = computed(() => textIn(this.params(), 'stuck') === 'true');
  protected readonly range = computed(() => rangeIn(this.params()));
  protected readonly chips = computed(() =>
    mailChips(this.params(), { locale: this.locale, now: new Date(this.now.ms()) }),
  );

  protected chooseTime(range: TimeRange): void {
    this.narrowed.emit(rangeParams(range));
  }
}
