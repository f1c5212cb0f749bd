import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { maySeeInternal, standingOn } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { Clock, SECOND } from '../../platform/clock.js';
import { Notifications } from '../../platform/database/notifications.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { findTicket } from '../../tickets/ticket/ticket-visibility.js';
import { frameOf } from '../stream/frames.js';
import { LiveHub } from '../stream/live-hub.js';
import { revokedBy } from '../stream/revocation.js';
import { PresenceBoard } from './presence-board.js';
import { goneSessions, type PresenceMessage } from './presence-messages.js';
import type { PresenceDto, PresenceEventDto, SetPresenceDto } from './presence.dto.js';

const CHANNEL = 'deskhand_presence';
/** Milliseconds after which nobody is there who does not say so again. */
const KEPT = 40 * SECOND;
/** Milliseconds between two looks for those. */
const SWEEP = SECOND;
/** Milliseconds in which a stream that was cut off may come back before its reader counts as gone. */
const RETURN = 1.5 * SECOND;
/** Milliseconds in which changes are gathered before they are told. */
const GATHER = 100;

/** Who looks at or answers a ticket right now: in memory, told to staff and to the other processes, never a lock. */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly board = new PresenceBoard();
  private readonly untold = new Set<string>();
  /** Sessions whose stream has ended, until they count as gone. */
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private telling: NodeJS.Timeout | undefined;
  private sweeping: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly hub: LiveHub,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    unitOfWork: UnitOfWork,
  ) {
    notifications.listen(CHANNEL, (payload) => {
      if (payload !== '') this.apply(JSON.parse(payload) as PresenceMessage);
    });
    unitOfWork.watchWith((events) => {
      for (const { kind, subject, payload } of events) {
        const revoked = revokedBy({ kind, subject_id: subject.id, payload });
        if (!revoked) continue;
        const { personId, sessionIds } = revoked;
        this.say(...(sessionIds ? goneSessions(sessionIds) : [{ gone: { personId } }]));
      }
    });
  }

  onApplicationBootstrap(): void {
    this.sweeping = setInterval(() => {
      const now = this.clock.now().getTime();
      this.announce(...this.board.forget(({ until }) => until <= now));
    }, SWEEP).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
    clearTimeout(this.telling);
    for (const timer of this.leaving.values()) clearTimeout(timer);
  }

  /** Staff see staff and the requester; others see nobody, and watchers are not seen. @throws NotFound */
  async put(actor: Actor, ticketId: string, state: SetPresenceDto['state']): Promise<PresenceDto> {
    const { id, name, sessionId } = actor;
    const ticket = await findTicket(this.dataSource.manager, actor, ticketId);
    const standing = standingOn(actor, ticket);
    // Nobody answers a ticket in the bin, where only admins see it.
    if (ticket.deleted || standing === 'watcher') return { people: [] };
    if (state === 'gone') this.say({ left: { ticketId: ticket.id, sessionId } });
    else this.say({ seen: { ticketId: ticket.id, sessionId, person: { id, name }, state } });
    if (!maySeeInternal(actor)) return { people: [] };
    return { people: this.board.peopleAt(ticket.id).filter((person) => person.id !== id) };
  }

  /** A stream of that session has ended: unless another one comes soon, or a word of him, nobody is there any more. */
  left(sessionId: string): void {
    this.stay(sessionId);
    if (!this.board.knows(sessionId)) return;
    const leave = (): void => {
      this.leaving.delete(sessionId);
      const isBack = [...this.hub.streams].some(({ reader }) => reader.sessionId === sessionId);
      if (!isBack) this.say(...goneSessions([sessionId]));
    };
    this.leaving.set(sessionId, setTimeout(leave, RETURN));
  }

  private stay(sessionId: string): void {
    clearTimeout(this.leaving.get(sessionId));
    this.leaving.delete(sessionId);
  }

  private say(...messages: readonly PresenceMessage[]): void {
    for (const message of messages) {
      this.apply(message);
      this.notifications.notify(CHANNEL, JSON.stringify(message));
    }
  }

  private apply(message: PresenceMessage): void {
    if ('seen' in message) {
      this.stay(message.seen.sessionId);
      const until = this.clock.now().getTime() + KEPT;
      if (this.board.put(message.seen, until)) this.announce(message.seen.ticketId);
    } else if ('left' in message) {
      const { ticketId, sessionId } = message.left;
      this.announce(...this.board.forget((kept) => kept.sessionId === sessionId && kept.ticketId === ticketId));
    } else {
      const { gone } = message;
      const fits =
        'personId' in gone
          ? ({ person }: { person: { id: string } }) => person.id === gone.personId
          : ({ sessionId }: { sessionId: string }) => gone.sessionIds.includes(sessionId);
      this.announce(...this.board.forget(fits));
    }
  }

  private announce(...ticketIds: readonly string[]): void {
    if (ticketIds.length === 0) return;
    for (const ticketId of ticketIds) this.untold.add(ticketId);
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.tell();
    }, GATHER);
  }

  private tell(): void {
    const frames = [...this.untold].map((ticketId) => {
      const event: PresenceEventDto = { ticketId, people: this.board.peopleAt(ticketId) };
      return frameOf('presence', event);
    });
    this.untold.clear();
    this.hub.sendTo(({ reader }) => maySeeInternal(reader), Buffer.from(frames.join('')));
  }
}
