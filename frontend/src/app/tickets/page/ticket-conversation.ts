import { computed, signal } from '@angular/core';
import type { Activity, Comment } from '../model/ticket';
import type { TicketApi } from '../model/ticket-api';
import { GrowingList } from './growing-list';
import { type TimelineEntry, timelineOf } from './timeline';

/** Five hundred entries come by themselves; whoever wants more of a ticket that long asks for them. */
const PAGES_AT_ONCE = 5;

/** What was written and done on one ticket, read from the oldest entry on. */
export class TicketConversation {
  private readonly comments = new GrowingList<Comment>((...page) => this.api.comments(this.ticketId, ...page));
  private readonly activity = new GrowingList<Activity>((...page) => this.api.activity(this.ticketId, ...page));

  readonly error = signal<unknown>(null);
  readonly isReadingOn = signal(false);
  readonly isRead = computed(() => this.comments.isRead() && this.activity.isRead());
  readonly hasMore = computed(() => this.comments.hasMore() || this.activity.hasMore());

  constructor(
    private readonly api: TicketApi,
    private readonly ticketId: string,
  ) {}

  timelineFor(reader: 'requester' | 'staff'): TimelineEntry[] {
    const { comments, activity } = this;
    // Whichever comes second would push apart what is being read; if it fails, half is better than nothing.
    if (!this.isRead() && this.error() === null) return [];
    return timelineOf(
      { items: comments.items(), hasMore: comments.hasMore() },
      { items: activity.items(), hasMore: activity.hasMore() },
      reader,
    );
  }

  async readOn(): Promise<void> {
    this.error.set(null);
    this.isReadingOn.set(true);
    try {
      await Promise.all([this.comments.readOn(PAGES_AT_ONCE), this.activity.readOn(PAGES_AT_ONCE)]);
    } catch (error) {
      this.error.set(error);
    } finally {
      this.isReadingOn.set(false);
    }
  }

  /** That a line is missing until the next reload is no reason to report a failure. */
  async catchUp(): Promise<void> {
    await this.refresh(false).catch(() => undefined);
  }

  /**
   * Asks for what was added.
   *
   * @param wholly where texts changed further up as well
   * @throws Problem
   */
  async refresh(wholly: boolean): Promise<void> {
    const lists = [this.comments, this.activity];
    if (wholly) await Promise.all(lists.map((list) => list.refresh()));
    else await Promise.all(lists.map((list) => list.refreshEnd()));
  }

  /** A comment was edited or erased: what it was before may be gone from the trail as well, wherever that stood. */
  async show(changed: Comment): Promise<void> {
    this.comments.replace(changed);
    await Promise.allSettled([this.activity.refresh()]);
  }
}
