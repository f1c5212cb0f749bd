import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { prepared, whichever } from '../../platform/database/preparing-client.js';
import { type RecordedEvent, UnitOfWork } from '../../platform/unit-of-work.js';
import { forgetWords } from './forget-words.js';

/** After these a ticket's row is made anew; what they took out must not be found any more. */
const REWRITES: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'ticket.created',
  'ticket.imported',
  'ticket.edited',
  'ticket.change_undone',
  'ticket.deleted',
  'ticket.restored',
  'comment.edited',
  'comment.redacted',
]);

/** Gives the words that are gone. Made tickets bring new words; sorted, so that two writers never wait for each other. */
const REWRITE = prepared(`WITH before AS (
    SELECT DISTINCT unnest(tsvector_to_array(staff_words)) AS word FROM ticket_search WHERE ticket_id = ANY (${whichever('$1')})
  ), written AS (
    INSERT INTO ticket_search SELECT * FROM searchable_tickets WHERE ticket_id = ANY (${whichever('$1')})
    ON CONFLICT (ticket_id) DO UPDATE
      SET deleted = excluded.deleted, public_words = excluded.public_words, staff_words = excluded.staff_words
    RETURNING staff_words
  ), after AS (
    SELECT DISTINCT unnest(tsvector_to_array(staff_words)) AS word FROM written
  ), learned AS (
    INSERT INTO ticket_words SELECT word FROM after WHERE search_is_plain(word) ORDER BY word ON CONFLICT DO NOTHING
  )
  SELECT word FROM before WHERE search_is_plain(word) EXCEPT SELECT word FROM after`);

/** Long conversations are not read again for each reply. */
const APPEND = prepared(`WITH said AS (
    SELECT ticket_id, search_union(words ORDER BY created_at, id) AS staff_words,
      coalesce(search_union(words ORDER BY created_at, id) FILTER (WHERE NOT internal), '') AS public_words
    FROM (SELECT *, search_vector(body) AS words FROM comments WHERE id = ANY (${whichever('$1')})) AS c GROUP BY ticket_id
  ), written AS (
    UPDATE ticket_search s SET public_words = search_joined(s.public_words, said.public_words),
      staff_words = search_joined(s.staff_words, said.staff_words)
    FROM said WHERE s.ticket_id = said.ticket_id
    RETURNING s.staff_words AS kept, said.staff_words AS said
  )
  INSERT INTO ticket_words SELECT DISTINCT word FROM written, unnest(tsvector_to_array(said)) AS word
    WHERE search_is_plain(word) AND kept @@ word::tsquery ORDER BY word
  ON CONFLICT DO NOTHING`);

/**
 * Keeps what tickets are found by, in the transaction of every change of their words: the events of a change say what
 * became of them, so no way of writing can forget it. Purging takes the row along, see `forgetWordsOf`.
 */
@Injectable()
export class SearchWriter {
  constructor(unitOfWork: UnitOfWork) {
    unitOfWork.writeWith(async (events, manager) => {
      const rewritten = new Set(events.filter(({ kind }) => REWRITES.has(kind)).map(({ subject }) => subject.id));
      const added = events.filter(({ kind, subject }) => kind === 'comment.added' && !rewritten.has(subject.id));
      if (rewritten.size > 0) await rewrite(manager, [...rewritten]);
      if (added.length > 0) await manager.query(APPEND, [added.map(commentOf)]);
    });
  }
}

async function rewrite(manager: EntityManager, ticketIds: readonly string[]): Promise<void> {
  const gone: { word: string }[] = await manager.query(REWRITE, [ticketIds]);
  await forgetWords(
    manager,
    gone.map(({ word }) => word),
  );
}

function commentOf({ payload }: RecordedEvent): unknown {
  return payload.commentId;
}
