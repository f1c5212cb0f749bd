import { isWantedByDefault, type MailChoice } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/database/preparing-client.js';
import type { NewMail } from '../queue/mail-queue.js';
import { RECEIPT, type Rule, RULES } from './audiences.js';
import type { UntoldNews } from './ticket-news.js';

/** Somebody who is told, and of which of the news. */
interface Told {
  readonly nth: number;
  readonly recipientId: string | null;
  readonly address: string;
  readonly choice: MailChoice | null;
}

const quoted = (word: string | null): string => (word === null ? 'NULL' : `'${word}'`);

/** The table as rows of SQL. */
const RULE_ROWS = RULES.map((rule, place) => {
  const { news, by, audience, choice } = rule;
  const isWanted = choice === null || isWantedByDefault(choice);
  return `(${place}, '${news}', '${by}', '${audience}', ${quoted(choice)}, ${isWanted}, ${isReceipt(rule)})`;
}).join(', ');

function isReceipt({ news, audience }: Rule): boolean {
  return news === RECEIPT.news && audience === RECEIPT.audience;
}

/**
 * Everybody of the table, one branch for each audience; `$1` are the news, `$2` is who did it. An address that belongs to an
 * account is that person, with what he may see and wants.
 */
const WHO = prepared(`
  WITH news AS (
    SELECT n.nth, n.kind, n."personIds" AS person_ids, t.id AS ticket_id, t.requester_id, t.assignee_id, t.category_id,
      CASE WHEN d.id IS NULL THEN 'clock' WHEN d.role = 'employee' OR d.id = t.requester_id THEN 'others' ELSE 'staff' END AS doer
    FROM jsonb_to_recordset($1) AS n (nth integer, kind text, "ticketId" uuid, "personIds" uuid[])
    JOIN tickets t ON t.id = n."ticketId" AND t.deleted_at IS NULL
    LEFT JOIN users d ON d.id = $2::uuid
  ), rules (place, news, doer, audience, choice, is_wanted, is_receipt) AS (
    VALUES ${RULE_ROWS}
  ), named AS (
    SELECT news.*, r.place, r.choice, r.is_wanted, r.is_receipt, p.user_id, p.address
    FROM news JOIN rules r ON r.news = news.kind AND r.doer IN ('anybody', news.doer)
    CROSS JOIN LATERAL (
      SELECT news.requester_id, NULL::text WHERE r.audience = 'requester'
      UNION ALL SELECT w.user_id, NULL FROM ticket_watchers w
        WHERE r.audience = 'watchers' AND w.ticket_id = news.ticket_id AND w.user_id IS NOT NULL
      UNION ALL SELECT news.assignee_id, NULL WHERE r.audience = 'assignee' AND news.assignee_id IS NOT NULL
      UNION ALL SELECT DISTINCT m.author_id, NULL FROM comments m JOIN users h ON h.id = m.author_id AND h.role <> 'employee'
        WHERE r.audience = 'helpers' AND news.assignee_id IS NULL AND m.ticket_id = news.ticket_id
      UNION ALL SELECT (SELECT u.id FROM users u WHERE u.email = lower(c.notify_email)), c.notify_email FROM categories c
        WHERE c.id = news.category_id AND c.notify_email IS NOT NULL
          AND (r.audience = 'category' OR r.audience = 'category_unassigned' AND news.assignee_id IS NULL)
      UNION ALL SELECT unnest(news.person_ids), NULL WHERE r.audience = 'mentioned'
      UNION ALL SELECT m.user_id, NULL FROM mail_preferences m
        WHERE r.audience = 'everybody_asking' AND m.choice = r.choice AND m.wanted
    ) AS p (user_id, address)
  )
  SELECT DISTINCT ON (n.nth, address) n.nth, u.id AS "recipientId", coalesce(u.email, n.address) AS address, n.choice
  FROM named n LEFT JOIN users u ON u.id = n.user_id
  WHERE n.user_id IS NULL OR (
    u.disabled_at IS NULL AND (u.id IS DISTINCT FROM $2::uuid OR n.is_receipt)
    AND coalesce((SELECT m.wanted FROM mail_preferences m WHERE m.user_id = u.id AND m.choice = n.choice), n.is_wanted)
    AND (u.role <> 'employee' OR n.kind <> 'mentioned' AND (
      u.id = n.requester_id OR EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = n.ticket_id AND w.user_id = u.id)
    ))
  )
  ORDER BY n.nth, address, n.place`);

/** The mails that these news become, one for each address and ticket. */
export async function mailsTelling(
  manager: EntityManager,
  untold: readonly UntoldNews[],
  actorId: string | null,
): Promise<NewMail[]> {
  const asked = untold.map(({ ticketId, personIds, news: { kind } }, nth) => ({ nth, kind, ticketId, personIds }));
  const told: Told[] = await manager.query(WHO, [JSON.stringify(asked), actorId]);
  return told.flatMap(({ nth, recipientId, address, choice }): NewMail[] => {
    const of = untold[nth];
    return of ? [{ kind: 'ticket', recipientId, address, ticketId: of.ticketId, news: [{ ...of.news, choice }] }] : [];
  });
}
