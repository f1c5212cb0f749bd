import { Component, computed, inject, input, LOCALE_ID, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { ViewColumn } from '@deskhand/shared';
import { mediaFits } from '../../platform/media';
import { Preferences } from '../../platform/preferences';
import { KeysetPager, totalInWords } from '../../ui/keyset-pager';
import { MissingPart } from '../../ui/missing-part';
import type { TicketSummary } from '../model/ticket';
import type { ListQuery, TicketList, TicketPage } from '../model/ticket-list';
import { PreviewChoice } from '../preview/preview-choice';
import { TicketPreview } from '../preview/ticket-preview';
import { BulkBar } from './bulk-bar';
import { QueueCards } from './queue-cards';
import { QueueKeys } from './queue-keys';
import { ROWS, type Sorting } from './queue-query';
import { QueueSelection } from './queue-selection';
import { QueueTable } from './queue-table';
import { Taking } from './taking';
import { TargetMenus } from './target-menus';

const SAID_BESIDE: readonly ViewColumn[] = ['requester', 'assignee', 'createdAt'];

/** The rows of the queue, what is done to them, the way to other pages, and beside them the ticket where one is. */
@Component({
  selector: 'dh-queue-list',
  imports: [BulkBar, KeysetPager, MatButton, MatIcon, MissingPart, QueueCards, QueueTable, TargetMenus, TicketPreview],
  host: { '[class.with-preview]': 'preview.isShown()' },
  templateUrl: './queue-list.html',
  styleUrl: './queue-list.scss',
})
export class QueueList {
  private readonly locale = inject(LOCALE_ID);
  private readonly taking = inject(Taking);
  private readonly menus = viewChild.required(TargetMenus);
  protected readonly selection = inject(QueueSelection);
  protected readonly preview = inject(PreviewChoice);
  protected readonly density = inject(Preferences).density;
  protected readonly isNarrow = mediaFits('(width < 840px)');
  protected readonly rows = ROWS;

  readonly list = input.required<TicketList>();
  readonly page = input.required<TicketPage>();
  readonly query = input<ListQuery>();
  readonly columns = input.required<readonly ViewColumn[]>();
  /** What is searched for. */
  readonly q = input('');
  readonly sorting = input.required<Sorting>();
  readonly firstRow = input.required<number>();
  readonly summary = input.required<string>();
  readonly sorted = output<Sorting>();

  /** Beside a ticket there is less room, and whose it is stands there. */
  protected readonly shownColumns = computed(() =>
    this.preview.isShown() ? this.columns().filter((column) => !SAID_BESIDE.includes(column)) : this.columns(),
  );
  protected readonly previewed = computed(() => this.selection.current() ?? this.page().items[0]);
  /** How many the whole list has; nothing where the page is all of it. */
  protected readonly all = computed(() => {
    const { total, nextCursor, previousCursor } = this.page();
    return !total || (nextCursor === null && previousCursor === null) ? '' : totalInWords(total, this.locale);
  });

  constructor() {
    inject(QueueKeys).bind({
      menus: this.menus,
      take: (ticket) => {
        this.take(ticket);
      },
    });
  }

  protected take(ticket: TicketSummary): void {
    void this.taking.take(ticket, this.list());
  }
}
