import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import type { MailKind } from '@deskhand/shared';
import { mediaFits } from '../../../platform/media';
import { RelativeTime } from '../../../ui/relative-time';
import type { Mail } from '../mail-api';
import { MailStateLabel } from '../mail-state-label';
import { KIND_LABELS } from '../mail-words';

/** Mails, the newest first; the subject leads to all of one. */
@Component({
  selector: 'dh-mail-table',
  imports: [MailStateLabel, MatTableModule, RelativeTime, RouterLink],
  templateUrl: './mail-table.html',
  styleUrl: './mail-table.scss',
})
export class MailTable {
  private readonly format = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'medium', timeStyle: 'short' });

  readonly mails = input.required<readonly Mail[]>();

  /** Where there is no room, state and time stand below the subject. */
  protected readonly isNarrow = mediaFits('(width < 840px)');
  protected readonly columns = computed(() => (this.isNarrow() ? ['mail'] : ['at', 'mail', 'kind', 'state']));
  protected readonly kindLabels = KIND_LABELS;

  /** Table cells do not know the type of their row. */
  protected kindOf({ kind }: Mail): MailKind {
    return kind;
  }

  /** Why it is not sent yet, or at all. */
  protected noteOf({ state, attempts, nextAttemptAt, lastAnswer }: Mail): string | null {
    if (state === 'failed' || state === 'dead') return lastAnswer;
    if (state !== 'queued' || attempts === 0 || nextAttemptAt === null) return null;
    const next = this.format.format(Date.parse(nextAttemptAt));
    return $localize`Again at ${next}:time:. ${lastAnswer ?? ''}:answer of the server:`;
  }

  protected readonly idOf = (_index: number, { id }: Mail): string => id;
}
