import { inject, type Signal, signal } from '@angular/core';
import { InTurn } from '../../platform/in-turn';
import { Notices } from '../../platform/notices';
import type { Ticket } from '../model/ticket';
import { presentTicketIn } from '../model/ticket-api';
import { Undo } from '../model/undo';
import { whatChanged } from './what-changed';

/** `out-of-date`: somebody was faster; the ticket shown now is the present one. */
export type ChangeResult = 'done' | 'out-of-date';

export interface ChangeWords {
  /** Once it is done. */
  readonly said: string;
  /** Of a button that does it all the same where somebody was faster. Without it, whoever asked offers that himself. */
  readonly again?: string;
}

/** A change that was not made, because somebody else had made one. */
export interface Refused {
  readonly words: string;
  makeAgain(): Promise<ChangeResult>;
}

/** The page that shows the ticket. */
interface TicketView {
  readonly ticket: Signal<Ticket | undefined>;
  readonly reader: Signal<'requester' | 'staff'>;
  /** Ignored where another ticket is shown by now. */
  show(ticket: Ticket): void;
  catchUp(ticket: Ticket): Promise<void>;
}

/** Changes go one after the other, each from the version that the one before it left. */
export class TicketChanges {
  private readonly notices = inject(Notices);
  private readonly undo = inject(Undo);
  private readonly turns = new InTurn();
  /** As the changes left them: their reader may have gone to another ticket before their turn came. */
  private readonly latest = new Map<string, Ticket>();

  /** What changed under the reader's hands, in words, until he has seen it. */
  readonly surprise = signal<string | null>(null);
  /** What he wanted instead. */
  readonly refused = signal<Refused | null>(null);

  constructor(private readonly view: TicketView) {}

  /**
   * @param expected what is shown meanwhile, and taken back if it fails
   * @throws Problem, unless somebody was merely faster
   */
  async make(
    send: (before: Ticket) => Promise<Ticket>,
    words: ChangeWords,
    expected: Partial<Ticket> = {},
  ): Promise<ChangeResult> {
    const result = await this.inTurn(async (before) => {
      this.view.show({ ...before, ...expected });
      const present = await send(before);
      this.latest.set(present.id, present);
      // What was so already is no change, and undoing would take back something else.
      if (present.version > before.version) this.undo.offer(words.said, present);
      else this.notices.say(words.said);
      await this.view.catchUp(present);
    });
    const { again } = words;
    if (result === 'out-of-date' && again !== undefined)
      this.refused.set({ words: again, makeAgain: () => this.make(send, words, expected) });
    return result;
  }

  /** @throws Problem, unless somebody was merely faster */
  inTurn(work: (before: Ticket) => Promise<void>): Promise<ChangeResult> {
    const asked = this.view.ticket();
    return this.next(() => this.attempt(asked, work));
  }

  /** Once what the reader himself does is through. */
  next<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.do(work);
  }

  /** The reader has seen it. */
  understood(): void {
    this.surprise.set(null);
    this.refused.set(null);
  }

  private async attempt(asked: Ticket | undefined, work: (before: Ticket) => Promise<void>): Promise<ChangeResult> {
    if (!asked) return 'out-of-date';
    const before = this.presentOf(asked);
    this.understood();
    try {
      await work(before);
      return 'done';
    } catch (error) {
      this.view.show(before);
      const present = presentTicketIn(error);
      if (!present) throw error;
      await this.view.catchUp(present);
      this.tell(before, present);
      return 'out-of-date';
    }
  }

  private presentOf(asked: Ticket): Ticket {
    const shown = this.view.ticket();
    if (shown?.id === asked.id) return shown;
    const left = this.latest.get(asked.id);
    return left && left.version > asked.version ? left : asked;
  }

  private tell(before: Ticket, present: Ticket): void {
    if (this.view.ticket()?.id === present.id) {
      this.surprise.set(whatChanged(before, present, this.view.reader()));
      return;
    }
    const { number } = present;
    this.notices.say($localize`Somebody changed #${number}:number: at the same moment, so your change was not made.`);
  }
}
