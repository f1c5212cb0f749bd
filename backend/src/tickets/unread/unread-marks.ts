import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { type RecordedEvent, UnitOfWork } from '../../platform/unit-of-work.js';
import { findTicket } from '../ticket/ticket-visibility.js';

/** Something was done in a ticket that somebody should look at. */
interface News {
  readonly ticketId: string;
  /** Whether it is for the requester and for those who watch, too. */
  readonly public: boolean;
  /** Whom it concerns besides. */
  readonly personIds: readonly string[];
}

/** Whoever did it has looked. People are taken in one order, so that no two changes wait for each other. */
const MARK = prepared(`
  WITH news AS (
    SELECT * FROM jsonb_to_recordset($1) AS n ("ticketId" uuid, public boolean, "personIds" uuid[])
  ), looked AS (
    DELETE FROM unread_tickets u USING news WHERE u.user_id = $2 AND u.ticket_id = news."ticketId"
  )
  INSERT INTO unread_tickets (user_id, ticket_id, since)
  SELECT DISTINCT p.user_id, t.id, $3::timestamptz
  FROM news JOIN tickets t ON t.id = news."ticketId" CROSS JOIN LATERAL (
    SELECT t.assignee_id
    UNION ALL SELECT unnest(news."personIds")
    UNION ALL SELECT t.requester_id WHERE news.public
    UNION ALL SELECT w.user_id FROM ticket_watchers w WHERE w.ticket_id = t.id AND news.public
  ) AS p (user_id)
  WHERE p.user_id <> $2
  ORDER BY 1, 2
  ON CONFLICT DO NOTHING`);

export async function markUnread(
  manager: EntityManager,
  news: readonly News[],
  by: { readonly actorId: string; readonly at: Date },
): Promise<void> {
  await manager.query(MARK, [JSON.stringify(news), by.actorId, by.at]);
}

/** Which tickets a person has not looked at since somebody else did something in them that concerns him. */
@Injectable()
export class UnreadMarks {
  constructor(
    unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    unitOfWork.writeWith(async (events, manager) => {
      const [first] = events;
      const news = events.flatMap(newsOf);
      // What the clock does by itself is no news.
      if (!first?.origin.actorId || news.length === 0) return;
      await markUnread(manager, news, { actorId: first.origin.actorId, at: first.at });
    });
  }

  /** @throws NotFound */
  async look(actor: Actor, ticketId: string): Promise<void> {
    const ticket = await findTicket(this.dataSource.manager, actor, ticketId);
    const mark = [actor.id, ticket.id];
    await this.dataSource.query('DELETE FROM unread_tickets WHERE user_id = $1 AND ticket_id = $2', mark);
  }

  /** For later: it stays unread until he looks again. @throws NotFound */
  async setAside(actor: Actor, ticketId: string): Promise<void> {
    const ticket = await findTicket(this.dataSource.manager, actor, ticketId);
    await this.dataSource.query(
      'INSERT INTO unread_tickets (user_id, ticket_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [actor.id, ticket.id, this.clock.now()],
    );
  }
}

function newsOf({ kind, subject, payload, public: isPublic }: RecordedEvent): News[] {
  const ticketId = subject.id;
  if (kind === 'comment.added') {
    return [{ ticketId, public: isPublic, personIds: payload.mentionIds as readonly string[] }];
  }
  if (kind === 'ticket.status_changed') return [{ ticketId, public: true, personIds: [] }];
  return kind === 'ticket.assigned' ? [{ ticketId, public: false, personIds: [] }] : [];
}
