import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { nextStatuses, type Priority, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { CategoryMenu } from '../model/category-menu';
import { factsOf } from '../model/facts-of';
import { PriorityMenu } from '../model/priority-menu';
import type { BulkChange, Ticket } from '../model/ticket';
import { AssignDialog, type Assignment } from '../page/assign-dialog';
import { askOf } from '../page/status-action';
import { StatusDialog, type StatusQuestion } from '../page/status-dialog';
import { BulkChanges } from './bulk-changes';
import { bulkStatusWords, statusChoiceWords, ticketsInWords } from './bulk-words';
import { QueueSelection } from './queue-selection';

/** What can be done to the selected tickets together. */
@Component({
  selector: 'dh-bulk-bar',
  imports: [CategoryMenu, MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, PriorityMenu],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly dialog = inject(MatDialog);
  private readonly changes = inject(BulkChanges);

  protected readonly selection = inject(QueueSelection);
  protected readonly isBlocked = computed(() => this.changes.isBusy() || this.selection.count() === 0);
  /** Every status that fits one of them; the others are refused, each with its reason. */
  protected readonly statuses = computed(() => {
    const [me, tickets] = [this.session.me(), this.selection.tickets()];
    if (!me) return [];
    const possible = tickets.flatMap((ticket) => nextStatuses(me, factsOf(ticket)));
    return STATUS_CODES.filter((status) => possible.includes(status)).map((status) => {
      const fits = possible.filter((one) => one === status).length;
      return { status, words: statusChoiceWords(status, fits, tickets.length) };
    });
  });

  protected assign(): void {
    const data: Assignment = {
      title: $localize`Assign ${ticketsInWords(this.selection.count())}:tickets:`,
      offersMe: signal(true),
      offersNobody: signal(true),
      surprise: signal(null),
      assign: async (person) => {
        await this.changes.make({ assigneeId: person?.id ?? null });
        return true;
      },
    };
    this.dialog.open(AssignDialog, { data, width: '440px', maxWidth: '94vw' });
  }

  protected move(status: StatusCode): void {
    const ask = askOf(status);
    if (ask === null) {
      void this.change({ status });
      return;
    }
    const count = this.selection.count();
    const data: StatusQuestion = {
      status,
      ask,
      takesFiles: false,
      draftName: `bulk:${status}`,
      words: computed(() => bulkStatusWords(status, count)),
      surprise: signal(null),
      isPossible: signal(true),
      send: async (change) => {
        await this.changes.make(change);
        return true;
      },
    };
    this.dialog.open(StatusDialog, { data, width: '520px', maxWidth: '94vw' });
  }

  protected prioritise(priority: Priority): void {
    void this.change({ priority });
  }

  protected categorise(category: Ticket['category']): void {
    void this.change({ categoryId: category?.id ?? null });
  }

  protected async change(change: BulkChange): Promise<void> {
    try {
      await this.changes.make(change);
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
