import { Injectable } from '@nestjs/common';
import { type ActorFacts, isStaffRole, mayChangeWatchers } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { InvalidBody, NotFound } from '../../platform/problems.js';
import { type DomainEvent, type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { admit, type Ruling } from '../ticket/admission.js';
import { findTicket, type LockedTicket, lockTicket, type TicketState } from '../ticket/ticket-visibility.js';
import { TicketChange } from '../work/ticket-change.js';
import { watcherAdded, watcherRemoved } from './watcher.events.js';
import { WatcherDto, type WatcherRow, type WatchersDto } from './watcher.dto.js';
import { checkWatchBudget } from './watch-budget.js';

/** More would be a mailing list. */
const MOST_WATCHERS = 50;

const WATCHERS_QUERY = `SELECT w.email, w.created_at, w.user_id, u.name, u.email AS user_email
  FROM ticket_watchers w LEFT JOIN users u ON u.id = w.user_id WHERE w.ticket_id = $1`;

/** Colleagues who see a ticket because somebody added their address. */
@Injectable()
export class Watchers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws NotFound */
  async list(reader: Actor, ticketId: string): Promise<WatchersDto> {
    const { manager } = this.dataSource;
    await findTicket(manager, reader, ticketId);
    const rows: WatcherRow[] = await manager.query(`${WATCHERS_QUERY} ORDER BY w.created_at, w.email`, [ticketId]);
    return { items: rows.map((row) => WatcherDto.of(row, reader)) };
  }

  /**
   * Takes the same steps whether or not there is an account. An address that is there already stays as it is.
   *
   * @throws InvalidBody for the requester's own address, and for one too many; TooManyRequests
   */
  async add(actor: Actor, ticketId: string, email: string): Promise<WatcherDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const ticket = await lockTicket(transaction.manager, actor, ticketId);
      admit(rulingOn(actor, ticket, { leaving: false }));
      const there = await readWatcher(transaction.manager, ticketId, email);
      if (there) return WatcherDto.of(there, actor);
      await this.checkRoom(transaction, actor, ticketId, email);
      const added = await insertWatcher(transaction, ticketId, email);
      await tell(transaction, ticket, watcherAdded(ticketId, { watcherId: added.user_id }));
      return WatcherDto.of(added, actor);
    });
  }

  /** @throws NotFound for an address that is not there */
  async remove(actor: Actor, ticketId: string, email: string): Promise<void> {
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const ticket = await lockTicket(transaction.manager, actor, ticketId);
      const watcher = await readWatcher(transaction.manager, ticketId, email);
      admit(rulingOn(actor, ticket, { leaving: watcher?.user_id === actor.id }));
      if (!watcher) throw new NotFound('watcher');
      await transaction.manager.query('DELETE FROM ticket_watchers WHERE ticket_id = $1 AND email = $2', [
        ticketId,
        email,
      ]);
      await tell(transaction, ticket, watcherRemoved(ticketId, { watcherId: watcher.user_id }));
    });
  }

  private async checkRoom(transaction: Transaction, actor: Actor, ticketId: string, email: string): Promise<void> {
    const rows: { follows: boolean; watchers: number }[] = await transaction.manager.query(
      `SELECT EXISTS (SELECT FROM users u WHERE u.id = t.requester_id AND u.email = $2) AS follows,
         (SELECT count(*)::int FROM ticket_watchers w WHERE w.ticket_id = t.id) AS watchers
       FROM tickets t WHERE t.id = $1`,
      [ticketId, email],
    );
    const [found] = rows;
    if (found?.follows) throw badAddress('requester', 'Whoever the ticket is for follows this ticket already.');
    if ((found?.watchers ?? 0) >= MOST_WATCHERS) {
      throw badAddress('too_many', `A ticket has at most ${MOST_WATCHERS} watchers. Remove somebody first.`);
    }
    if (!isStaffRole(actor.role)) await checkWatchBudget(transaction, actor);
  }
}

function badAddress(code: string, detail: string): InvalidBody {
  return new InvalidBody({ pointer: '/email', code, detail });
}

function rulingOn(actor: ActorFacts, ticket: TicketState, change: { leaving: boolean }): Ruling {
  return {
    verdict: mayChangeWatchers(actor, ticket, change),
    forbidden: 'As a watcher you may only stop watching yourself.',
    conflict: 'This ticket is closed or in the bin; its watchers stay as they are.',
  };
}

async function readWatcher(manager: EntityManager, ticketId: string, email: string): Promise<WatcherRow | undefined> {
  const rows: WatcherRow[] = await manager.query(`${WATCHERS_QUERY} AND w.email = $2`, [ticketId, email]);
  return rows[0];
}

async function insertWatcher(transaction: Transaction, ticketId: string, email: string): Promise<WatcherRow> {
  const rows: WatcherRow[] = await transaction.manager.query(
    `WITH person AS (
         SELECT u.id, u.name, u.email FROM users u WHERE u.email = $2
           AND (u.email_confirmed_at IS NOT NULL OR (SELECT unconfirmed_may FROM settings) = 'everything')
       ),
       added AS (
         INSERT INTO ticket_watchers (ticket_id, email, user_id, created_at)
         VALUES ($1, $2, (SELECT id FROM person), $3) RETURNING email, created_at, user_id
       )
     SELECT a.*, p.name, p.email AS user_email FROM added a LEFT JOIN person p ON true`,
    [ticketId, email, transaction.now],
  );
  const [row] = rows;
  if (!row) throw new Error('the watcher that was just written is not there');
  return row;
}

/** The ticket was touched, and none of its facts changed: its version stays. */
async function tell(transaction: Transaction, ticket: LockedTicket, event: DomainEvent): Promise<void> {
  const change = new TicketChange(transaction, ticket);
  change.tell(event);
  await change.write();
}
