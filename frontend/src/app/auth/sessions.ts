import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Notices } from '../platform/notices';
import { Failure } from '../ui/failure';
import { RelativeTime } from '../ui/relative-time';
import { Skeleton } from '../ui/skeleton';
import { AuthApi } from './auth-api';
import { deviceWords } from './device-words';
import { type SessionEntry, SessionList } from './session-list';

@Component({
  selector: 'dh-sessions',
  imports: [Failure, MatButton, MatIcon, RelativeTime, Skeleton],
  templateUrl: './sessions.html',
  styleUrl: './sessions.scss',
})
export class Sessions {
  private readonly api = inject(AuthApi);
  private readonly notices = inject(Notices);

  protected readonly list = inject(SessionList).all;
  protected readonly isEnding = signal(false);
  protected readonly hasOthers = computed(
    () => this.list.hasValue() && this.list.value().items.some(({ current }) => !current),
  );

  protected device(session: SessionEntry): string {
    return deviceWords(session.userAgent);
  }

  protected endLabel(session: SessionEntry): string {
    return $localize`End the session ${this.device(session)}:device:`;
  }

  protected end(session: SessionEntry): Promise<void> {
    return this.change(() => this.api.endSession(session.id), $localize`That session has ended.`);
  }

  protected endOthers(): Promise<void> {
    return this.change(() => this.api.endOtherSessions(), $localize`You are signed in only here now.`);
  }

  private async change(request: () => Promise<unknown>, done: string): Promise<void> {
    this.isEnding.set(true);
    try {
      await request();
      this.notices.say(done);
      this.list.reload();
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isEnding.set(false);
    }
  }
}
