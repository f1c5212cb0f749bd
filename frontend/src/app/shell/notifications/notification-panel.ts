import { Component, computed, inject, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { Unread } from '../../platform/unread';
import { Avatar } from '../../ui/avatar';
import { RelativeTime } from '../../ui/relative-time';
import { notificationWords } from './notification-words';

/** The newest of what is unread: who did what, where and when. */
@Component({
  selector: 'dh-notification-panel',
  imports: [Avatar, MatButton, MatIcon, MatIconButton, RelativeTime, RouterLink],
  templateUrl: './notification-panel.html',
  styleUrl: './notification-panel.scss',
})
export class NotificationPanel {
  private readonly unread = inject(Unread);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  readonly left = output();

  protected readonly isStaff = this.session.isStaff;
  protected readonly isBusy = signal(false);
  protected readonly rows = computed(() => {
    const me = this.session.me()?.id ?? '';
    return this.unread.tickets().map((unread) => ({
      ticket: unread.ticket,
      words: notificationWords(unread, me),
      who: unread.last?.actor?.name ?? this.session.me()?.name ?? '',
      at: unread.last?.at ?? unread.ticket.updatedAt,
    }));
  });
  protected readonly more = computed(() => Math.max(0, this.unread.count().value - this.rows().length));

  protected async lookAtAll(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.unread.lookAtAll();
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
