import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { onShortcuts } from '../../platform/shortcuts/shortcuts';
import { settling } from '../../ui/settling';
import { isFocusNowhere } from '../../ui/where-the-focus-is';
import { commentDraftName, reasonDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import { isAskedByMail, noLongerWords } from './asked-by-mail';
import { OpenTicket } from './open-ticket';
import { doneWords, type StatusAction, statusAction } from './status-action';
import { StatusDialog, type StatusQuestion } from './status-dialog';
import { dialogWords } from './status-dialog-words';

/** What may be done to the ticket now, in verbs. */
@Component({
  selector: 'dh-status-actions',
  imports: [MatButton, MatIcon],
  templateUrl: './status-actions.html',
  styles: `
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 8px;
      border-radius: 8px;
    }
    .actions:empty {
      display: none;
    }
    .quiet {
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class StatusActions {
  private readonly open = inject(OpenTicket);
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly group = viewChild<ElementRef<HTMLElement>>('group');

  /** From the address: what a link in a mail leads to. Opening it asks; only the answer changes anything. */
  readonly asked = input<string>();
  private readonly question = computed(() => (this.open.ticket() ? this.asked() : undefined));

  protected readonly isBusy = signal(false);
  protected readonly actions = computed(() => {
    const ticket = this.open.ticket();
    return ticket ? this.open.next().map((status) => statusAction(status, ticket, this.open.reader())) : [];
  });
  protected readonly mayTake = computed(() => this.open.mayAssign() && this.open.ticket()?.assignee === null);

  /** Whoever is waited for finds the way to the answer at the top, not only below a long conversation. */
  protected readonly isAwaited = computed(
    () => this.open.reader() === 'requester' && this.open.ticket()?.status === 'waiting_requester',
  );

  private readonly offered = computed(
    () =>
      `${this.mayTake()} ${this.actions()
        .map(({ status }) => status)
        .join()}`,
  );
  protected readonly isSettling = settling(this.offered);

  constructor() {
    onShortcuts({
      'ticket.take': { run: () => void this.take(), isPossible: () => this.mayTake() },
      'ticket.status': { run: () => this.focusFirst(), isPossible: () => this.actions().length > 0 },
    });
    effect(() => {
      const asked = this.question();
      if (asked !== undefined) untracked(() => void this.askFor(asked));
    });
  }

  protected answer(): void {
    this.open.write();
  }

  /** From there the Tab key goes on to the others. */
  private focusFirst(): void {
    this.group()?.nativeElement.querySelector<HTMLElement>('.status')?.focus();
  }

  protected async take(): Promise<void> {
    const me = this.session.me();
    const ticket = this.open.ticket();
    if (!me || !ticket) return;
    const words = { said: $localize`You took #${ticket.number}:number:.`, again: $localize`Take it all the same` };
    await this.run(() => this.open.assign(me.id, words));
  }

  protected async act(action: StatusAction): Promise<void> {
    const ticket = this.open.ticket();
    if (!ticket) return;
    const said = doneWords(action.status, ticket.number);
    if (action.ask === null) {
      const again = $localize`Do “${action.verb}:action:” all the same`;
      await this.run(() => this.open.changeStatus({ status: action.status }, { said, again }));
      return;
    }
    await this.ask(action, said);
    this.keepFocus();
  }

  /** @returns whether it was done */
  private async ask(action: StatusAction, said: string): Promise<boolean> {
    const data = this.questionOf(action, said);
    const shown = this.dialog.open<StatusDialog, StatusQuestion, boolean>(StatusDialog, {
      ...{ data, width: '520px', maxWidth: '94vw' },
    });
    return (await firstValueFrom(shown.afterClosed())) === true;
  }

  /** Once: the address forgets it, so that neither a reload nor the way back asks again. */
  private async askFor(asked: string): Promise<void> {
    const ticket = this.open.ticket();
    if (!ticket) return;
    await this.router.navigate([], { queryParams: { do: null }, queryParamsHandling: 'merge', replaceUrl: true });
    const action = this.actions().find(({ status }) => isAskedByMail(asked, status, ticket));
    if (!action) {
      const words = noLongerWords(asked, ticket);
      if (words) this.notices.say(words);
      return;
    }
    const isDone = await this.ask({ ...action, ask: 'yes' }, doneWords(action.status, ticket.number));
    // Whoever opens it again knows best what is still wrong.
    if (isDone && asked === 'reopen') this.answer();
    else this.keepFocus();
  }

  private questionOf(action: StatusAction, said: string): StatusQuestion {
    const id = this.open.id();
    const draftName = action.ask === 'reason' ? reasonDraftName(id) : commentDraftName(id, 'reply');
    return {
      status: action.status,
      ask: action.ask,
      // The question to the requester is the reply that somebody may have begun in the composer.
      takesFiles: true,
      draftName,
      words: computed(() => {
        const ticket = this.open.ticket();
        return ticket ? dialogWords(action, ticket) : null;
      }),
      surprise: this.open.surprise,
      isPossible: computed(() => this.open.next().includes(action.status)),
      send: async (change) => {
        const key = this.drafts.of(draftName).keyFor(change);
        return (await this.open.changeStatus(change, { said }, key)) === 'done';
      },
    };
  }

  /** A second click while the first is under way does nothing. */
  private async run(change: () => Promise<unknown>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await change();
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isBusy.set(false);
      this.keepFocus();
    }
  }

  /** The button that was pressed is often gone afterwards; the keyboard stays where its successors are. */
  private keepFocus(): void {
    setTimeout(() => {
      if (isFocusNowhere(document)) this.group()?.nativeElement.focus();
    });
  }
}
