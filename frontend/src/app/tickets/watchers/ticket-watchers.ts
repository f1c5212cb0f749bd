import { httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { mayChangeWatchers, standingOn } from '@deskhand/shared';
import { filter } from 'rxjs';
import { kept } from '../../platform/kept';
import { Live } from '../../platform/live/live';
import { type LiveEvent, ticketIdOf } from '../../platform/live/live-event';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { isConfirmed } from '../../ui/confirm-dialog';
import { Skeleton } from '../../ui/skeleton';
import { isFocusWithin } from '../../ui/where-the-focus-is';
import { factsOf } from '../model/facts-of';
import { OpenTicket } from '../page/open-ticket';
import { AddWatcher } from './add-watcher';
import { type Watcher, WatcherApi, watchersUrl } from './watcher-api';

const OF_WATCHERS: ReadonlySet<LiveEvent['kind']> = new Set(['watcher.added', 'watcher.removed']);

/** Who else sees the ticket: everybody reads it, requester and staff change it, a watcher may leave. */
@Component({
  selector: 'dh-ticket-watchers',
  imports: [AddWatcher, MatButton, MatIcon, MatIconButton, Skeleton],
  templateUrl: './ticket-watchers.html',
  styleUrl: './ticket-watchers.scss',
})
export class TicketWatchers {
  private readonly api = inject(WatcherApi);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  protected readonly open = inject(OpenTicket);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly form = viewChild(AddWatcher);
  private readonly opener = viewChild<MatButton, ElementRef<HTMLElement>>('opener', { read: ElementRef });

  private readonly answer = httpResource<{ items: Watcher[] }>(() =>
    this.open.id() === '' ? undefined : watchersUrl(this.open.id()),
  );
  private readonly list = kept(this.answer);
  protected readonly watchers = computed(() => this.list()?.items);
  protected readonly failed = computed(() => this.answer.error() !== undefined);
  protected readonly isAdding = signal(false);
  protected readonly isBusy = signal(false);

  protected readonly myEmail = computed(() => this.session.me()?.email ?? '');
  private readonly standing = computed(() => {
    const [me, ticket] = [this.session.me(), this.open.ticket()];
    return me && ticket ? standingOn(me, factsOf(ticket)) : null;
  });
  protected readonly mayChange = computed(() => this.session.may('ticket.watch') && this.allows(false));
  protected readonly mayLeave = computed(() => this.standing() === 'watcher' && this.allows(true));
  protected readonly mayWatchMyself = computed(
    () => this.standing() === 'staff' && !this.watchers()?.some(({ email }) => email === this.myEmail()),
  );

  constructor() {
    inject(Live)
      .events.pipe(
        filter((event) => OF_WATCHERS.has(event.kind) && ticketIdOf(event) === this.open.id()),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.reload();
      });
  }

  protected reload(): void {
    this.answer.reload();
  }

  protected removeLabel({ email, person }: Watcher): string {
    return $localize`Remove ${person?.name ?? email}:watcher:`;
  }

  protected startAdding(): void {
    this.isAdding.set(true);
    setTimeout(() => this.form()?.focus());
  }

  protected stopAdding(): void {
    this.isAdding.set(false);
    setTimeout(() => {
      this.opener()?.nativeElement.focus();
    });
  }

  protected onAdded(email: string): void {
    this.notices.say($localize`${email}:email: watches this ticket now.`);
    this.open.reload();
    this.reload();
  }

  protected watchMyself(): Promise<void> {
    return this.run(async () => {
      await this.api.add(this.open.id(), this.myEmail());
      this.notices.say($localize`You watch this ticket now.`);
    });
  }

  protected remove({ email }: Watcher): Promise<void> {
    const id = this.open.id();
    return this.run(async () => {
      await this.api.remove(id, email);
      this.notices.offerUndo($localize`${email}:email: does not watch this ticket any more.`, () => {
        void this.run(async () => {
          await this.api.add(id, email);
        });
      });
      if (isFocusWithin(this.host)) this.opener()?.nativeElement.focus();
    });
  }

  /** A watcher is asked, for he cannot bring himself back; he sees nothing of the ticket afterwards, so he goes to his list. */
  protected async leave(): Promise<void> {
    const question = {
      heading: $localize`Stop watching this ticket?`,
      text: $localize`You will not see it any more. Its requester or the IT staff can add you again.`,
      no: $localize`Go on watching`,
      yes: $localize`Stop watching`,
    };
    if (!(await isConfirmed(this.dialog, question, { maxWidth: '94vw' }))) return;
    const number = this.open.ticket()?.number ?? 0;
    try {
      await this.api.remove(this.open.id(), this.myEmail());
      this.open.lose();
      await this.router.navigate(['/tickets']);
      this.notices.say($localize`You do not watch #${number}:number: any more.`);
    } catch (error) {
      this.notices.fail(error);
    }
  }

  private allows(leaving: boolean): boolean {
    const [me, ticket] = [this.session.me(), this.open.ticket()];
    return !!me && !!ticket && mayChangeWatchers(me, factsOf(ticket), { leaving }) === 'yes';
  }

  private async run(change: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await change();
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isBusy.set(false);
      this.open.reload();
      this.reload();
    }
  }
}
