import { inject, Service, type Signal } from '@angular/core';
import { Router } from '@angular/router';
import { onShortcuts, type ShortcutAction } from '../../platform/shortcuts/shortcuts';
import { Session } from '../../platform/session';
import type { CommentKind, TicketSummary } from '../model/ticket';
import { PreviewChoice } from '../preview/preview-choice';
import { mayTake } from './queue-row';
import { QueueCursor } from './queue-cursor';
import { QueueRows } from './queue-rows';
import { QueueSelection } from './queue-selection';
import { TargetActions } from './target-actions';
import type { TargetMenus } from './target-menus';

interface QueueParts {
  readonly menus: Signal<TargetMenus>;
  readonly take: (ticket: TicketSummary) => void;
}

/** The queue by keys: from row to row, and whatever can be done to a ticket without leaving the list. */
@Service({ autoProvided: false })
export class QueueKeys {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly preview = inject(PreviewChoice);
  private readonly cursor = inject(QueueCursor);
  private readonly rows = inject(QueueRows);
  private readonly selection = inject(QueueSelection);
  private readonly actions = inject(TargetActions);

  /** Must run where `inject` may. */
  bind(parts: QueueParts): void {
    const hasRows = (): boolean => this.selection.offered().length > 0;
    const isAtOne = (): boolean => this.selection.current() !== undefined;
    const whenRows = (run: () => void): ShortcutAction => ({ run, isPossible: hasRows });
    const atOne = (run: () => void): ShortcutAction => ({ run, isPossible: isAtOne });
    const onTargets = (run: () => void): ShortcutAction => ({ run, isPossible: () => this.actions.isPossible() });
    onShortcuts({
      'list.next': whenRows(() => this.rows.step(1)),
      'list.previous': whenRows(() => this.rows.step(-1)),
      'list.open': atOne(() => this.rows.current()?.click()),
      'list.select': atOne(() => this.withCurrent(({ id }) => this.selection.toggle(id))),
      'list.select-range': atOne(() => this.withCurrent(({ id }) => this.selection.toggleTo(id))),
      'list.select-all': whenRows(() => this.selection.selectAll()),
      'list.clear': { run: () => this.selection.clear(), isPossible: () => this.selection.count() > 0 },
      'list.preview': { run: () => this.preview.toggle(), isPossible: () => this.preview.hasRoom() },
      'ticket.assign': onTargets(() => void this.actions.assign().then(() => this.rows.focusCurrent())),
      'ticket.take': { run: () => this.take(parts.take), isPossible: () => this.mayTake() },
      'ticket.status': onTargets(() => parts.menus().open('status')),
      'ticket.priority': onTargets(() => parts.menus().open('priority')),
      'ticket.reply': atOne(() => this.withCurrent((ticket) => this.write(ticket, 'reply'))),
      'ticket.note': atOne(() => this.withCurrent((ticket) => this.write(ticket, 'note'))),
    });
  }

  private withCurrent(work: (ticket: TicketSummary) => void): void {
    const ticket = this.selection.current();
    if (ticket) work(ticket);
  }

  private mayTake(): boolean {
    const me = this.session.me();
    return this.selection.targets().some((ticket) => mayTake(me, ticket));
  }

  /** One that nobody has in place, several in one go. */
  private take(takeOne: (ticket: TicketSummary) => void): void {
    const me = this.session.me();
    if (this.selection.count() > 0 && me) void this.actions.change({ assigneeId: me.id });
    else this.withCurrent(takeOne);
  }

  /** On the ticket's own page, where one sees to what one answers. */
  private write({ id }: TicketSummary, kind: CommentKind): void {
    this.cursor.isAway = true;
    void this.router.navigate(['/tickets', id], { state: { write: kind } });
  }
}
