import { Injectable } from '@nestjs/common';
import { type ActivityKind, type ActorFacts, maySeeInternal } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Page, type PageRequest, readPage } from '../platform/database/read-page.js';
import { findTicket } from '../tickets/ticket/ticket-visibility.js';
import type { ActivityDto } from './activity.dto.js';

interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: ActivityKind;
  readonly payload: Record<string, unknown>;
  readonly public: boolean;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly from_name: string | null;
  readonly to_name: string | null;
  readonly text: string | null;
}

const COLUMNS = `e.id, e.at, e.kind, e.payload, e.public, e.actor_id, p.name AS actor_name, f.name AS from_name,
  n.name AS to_name, v.text`;
/** Names are read where they live, for the entries hold none. */
const TABLES = `activity e LEFT JOIN users p ON p.id = e.actor_id
  LEFT JOIN users f ON f.id = CASE WHEN e.kind = 'ticket.assigned' THEN (e.payload->>'from')::uuid END
  LEFT JOIN users n ON n.id = CASE WHEN e.kind = 'ticket.assigned' THEN (e.payload->>'to')::uuid END
  LEFT JOIN text_versions v ON v.activity_id = e.id`;

/** The trail of one ticket. */
@Injectable()
export class TicketTrail {
  constructor(private readonly dataSource: DataSource) {}

  /** The oldest first; whoever is not staff sees the public entries. @throws NotFound */
  async list(reader: ActorFacts, ticketId: string, page: PageRequest): Promise<Page<ActivityDto>> {
    const { manager } = this.dataSource;
    await findTicket(manager, reader, ticketId);
    const rows = await readPage<EntryRow>(
      manager,
      'ticket activity',
      {
        select: COLUMNS,
        from: TABLES,
        where: ['e.subject_id = $1', ...(maySeeInternal(reader) ? [] : ['e.public'])],
        parameters: [ticketId],
        sort: {
          column: 'e.position',
          type: 'bigint',
          descending: false,
          tie: { column: 'e.id', type: 'uuid', descending: false },
        },
      },
      page,
    );
    return { ...rows, items: rows.items.map(toEntry) };
  }
}

function toEntry(row: EntryRow): ActivityDto {
  const { id, kind, actor_id, actor_name } = row;
  const actor = actor_id === null ? null : { id: actor_id, name: actor_name ?? '' };
  return { id, at: row.at.toISOString(), actor, kind, payload: payloadOf(row), public: row.public };
}

function payloadOf({ kind, payload, from_name, to_name, text }: EntryRow): Record<string, unknown> {
  if (kind === 'ticket.assigned') {
    return { from: personIn(payload.from, from_name), to: personIn(payload.to, to_name) };
  }
  return text === null ? payload : { ...payload, reason: text };
}

function personIn(id: unknown, name: string | null): { id: unknown; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}
