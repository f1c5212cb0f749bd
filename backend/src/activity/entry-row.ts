import type { ActivityKind } from '@deskhand/shared';
import type { ActivityDto } from './activity.dto.js';

/** An entry as it is read, with the names of what it refers to. */
export interface EntryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: ActivityKind;
  readonly payload: Record<string, unknown>;
  readonly public: boolean;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly from_name: string | null;
  readonly to_name: string | null;
  /** By the names of the fields. */
  readonly texts: Record<string, string> | null;
}

/** Of `ENTRY_TABLES`. */
export const ENTRY_COLUMNS = `e.id, e.at, e.kind, e.payload, e.public, e.actor_id, p.name AS actor_name,
  coalesce(f.name, fc.name) AS from_name, coalesce(n.name, nc.name) AS to_name, v.texts`;

/** Kinds whose payload names two things by their ids. */
const WITH_NAMES: ReadonlySet<ActivityKind> = new Set(['ticket.assigned', 'ticket.category_changed']);

/** Kinds that name a watcher. Whoever is not staff does not learn who it is, nor whether there is an account. */
const OF_WATCHERS: ReadonlySet<ActivityKind> = new Set(['watcher.added', 'watcher.removed']);

/** Entries `e` with what they refer to. Names are read where they live, for the entries hold none. */
export const ENTRY_TABLES = `activity e LEFT JOIN users p ON p.id = e.actor_id
  LEFT JOIN users f ON f.id = CASE WHEN e.kind = 'ticket.assigned' THEN (e.payload->>'from')::uuid END
  LEFT JOIN users n ON n.id = CASE WHEN e.kind = 'ticket.assigned' THEN (e.payload->>'to')::uuid
    WHEN e.kind IN ('watcher.added', 'watcher.removed') THEN (e.payload->>'watcherId')::uuid END
  LEFT JOIN categories fc ON fc.id = CASE WHEN e.kind = 'ticket.category_changed' THEN (e.payload->>'from')::uuid END
  LEFT JOIN categories nc ON nc.id = CASE WHEN e.kind = 'ticket.category_changed' THEN (e.payload->>'to')::uuid END
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(w.field, w.text) AS texts FROM text_versions w WHERE w.activity_id = e.id
  ) v ON true`;

/** What a reader is told of an entry. @param seesInternal whether he may see internal notes and who watches */
export function toActivity(row: EntryRow, seesInternal: boolean): ActivityDto {
  const { id, at, kind, actor_id, actor_name } = row;
  const actor = actor_id === null ? null : { id: actor_id, name: actor_name ?? '' };
  return { id, at: at.toISOString(), actor, kind, payload: payloadOf(row, seesInternal), public: row.public };
}

/** With the names of what it refers to. Requesters read reasons; what an edited text was before is for staff. */
function payloadOf(row: EntryRow, seesInternal: boolean): Record<string, unknown> {
  const { kind, payload, from_name, to_name, texts } = row;
  if (WITH_NAMES.has(kind)) return { from: named(payload.from, from_name), to: named(payload.to, to_name) };
  if (OF_WATCHERS.has(kind)) return seesInternal ? { watcher: named(payload.watcherId, to_name) } : {};
  if (texts === null) return payload;
  const { reason, ...before } = texts;
  return {
    ...payload,
    ...(reason === undefined ? {} : { reason }),
    ...(seesInternal && Object.keys(before).length > 0 ? { before } : {}),
  };
}

function named(id: unknown, name: string | null): { id: unknown; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}
