import { prepared } from '../../platform/database/preparing-client.js';

/** Of one domain, so many are under way at once: a slow one leaves room for the others. */
const MOST_OF_DOMAIN = 4;

/** `$2` is the present time, `$3` when a mail of a ticket goes, `$4` when it is given up. In one order: nobody waits for each other. */
export const WRITE = prepared(`
  INSERT INTO mails
    (id, kind, recipient_id, address, ticket_id, news, gathers, state, due_at, give_up_at, attempts, created_at)
  SELECT id, kind, "recipientId", address, "ticketId", news, "ticketId" IS NOT NULL, 'queued',
    CASE WHEN "ticketId" IS NULL THEN $2::timestamptz ELSE $3::timestamptz END, $4::timestamptz, 0, $2::timestamptz
  FROM jsonb_to_recordset($1) AS written (
    id uuid, kind text, "recipientId" uuid, address text, "ticketId" uuid, news jsonb
  )
  ORDER BY address, "ticketId"
  ON CONFLICT (address, ticket_id) WHERE gathers AND state = 'queued' AND attempts = 0
  DO UPDATE SET news = mails.news || excluded.news`);

/**
 * Takes up what is due, also what somebody took up and did not bring to an end in time. `$1` is the present time, `$2` the end
 * of the lease, `$3` how many of each domain are under way here, `$4` how many at most.
 */
export const CLAIM = prepared(`
  WITH due AS (
    SELECT id, due_at, split_part(address, '@', 2) AS domain FROM mails
    WHERE state IN ('queued', 'sending') AND due_at <= $1
      AND coalesce(($3::jsonb ->> split_part(address, '@', 2))::integer, 0) < ${MOST_OF_DOMAIN}
    ORDER BY due_at LIMIT 50 FOR UPDATE SKIP LOCKED
  ), placed AS (
    SELECT id, due_at, coalesce(($3::jsonb ->> domain)::integer, 0)
      + row_number() OVER (PARTITION BY domain ORDER BY due_at) AS place FROM due
  ), fair AS (
    SELECT id FROM placed WHERE place <= ${MOST_OF_DOMAIN} ORDER BY due_at LIMIT $4
  )
  UPDATE mails SET state = 'sending', due_at = $2, attempts = attempts + 1 FROM fair WHERE mails.id = fair.id
  RETURNING mails.id, kind, recipient_id, address, ticket_id, news, attempts, give_up_at, created_at`);

/** Not where its news have been erased since it was taken up: they would come back. */
export const KEEP = prepared(`
  UPDATE mails SET subject = $4, text = $5, html = $6
  WHERE id = $1 AND attempts = $2 AND state = 'sending' AND news = $3::jsonb`);

/** Only whoever took it up last may say what came of it. */
export const SETTLE = prepared(`
  WITH settled AS (
    UPDATE mails SET state = $3, due_at = $4, ended_at = $5 WHERE id = $1 AND attempts = $2 AND state = 'sending'
    RETURNING id
  )
  INSERT INTO mail_attempts (mail_id, attempt, at, delivered, answer) SELECT id, $2, $6::timestamptz, $7::boolean, $8::text FROM settled`);

/**
 * What waits goes to the new address, which is noted still, but for mails about the account, which are meant for the address
 * that they were written to. They gather no more, for there may be another one that does.
 */
export const READDRESS = `
  UPDATE mails SET address = u.new_email, gathers = false FROM users u
  WHERE mails.recipient_id = u.id AND u.id = ANY ($1) AND u.new_email IS NOT NULL
    AND mails.kind IN ('ticket', 'trail_heads') AND mails.state IN ('queued', 'sending')`;

/** Whatever was said of purged tickets. */
export const ERASE_TICKETS = `
  UPDATE mails SET news = '[]', gathers = false, subject = NULL, text = NULL, html = NULL,
    state = CASE WHEN state IN ('queued', 'sending') THEN 'cancelled' ELSE state END, ended_at = coalesce(ended_at, $2::timestamptz)
  WHERE ticket_id = ANY ($1)`;

/** What was said of comments whose text is erased. Who was to hear of nothing else hears nothing. */
export const ERASE_COMMENTS = `
  WITH told AS (
    SELECT m.id, (
      SELECT coalesce(jsonb_agg(n ORDER BY place), '[]') FROM jsonb_array_elements(m.news) WITH ORDINALITY AS each (n, place)
      WHERE coalesce(n ->> 'commentId', '') <> ALL ($2::text[])
    ) AS remaining
    FROM mails m WHERE m.ticket_id = ANY ($1)
  )
  UPDATE mails m SET news = remaining, text = NULL, html = NULL,
    gathers = m.gathers AND remaining <> '[]',
    state = CASE WHEN state IN ('queued', 'sending') AND remaining = '[]' THEN 'cancelled' ELSE state END,
    ended_at = CASE WHEN state IN ('queued', 'sending') AND remaining = '[]' THEN $3::timestamptz ELSE ended_at END
  FROM told WHERE m.id = told.id AND m.news <> told.remaining`;

/** What was said to people who are erased, or to their addresses: no address, no text, and nothing more is said. */
export const ERASE_PEOPLE = `
  WITH gone AS (
    SELECT array_agg(email) || array_agg(new_email) FILTER (WHERE new_email IS NOT NULL) AS addresses
    FROM users WHERE id = ANY ($1)
  ), theirs AS (
    SELECT id FROM mails WHERE recipient_id = ANY ($1)
    UNION SELECT m.id FROM mails m, gone
      WHERE m.address = ANY (gone.addresses) AND (m.ticket_id IS NULL OR m.recipient_id IS NULL)
  ), erased AS (
    UPDATE mails SET address = '', gathers = false, subject = NULL, text = NULL, html = NULL,
      state = CASE WHEN state IN ('queued', 'sending') THEN 'cancelled' ELSE state END,
      ended_at = coalesce(ended_at, $2::timestamptz)
    WHERE id IN (SELECT id FROM theirs)
  )
  UPDATE mail_attempts SET answer = '' WHERE mail_id IN (SELECT id FROM theirs)`;

/** What was said to others with their names in it; it can only be of tickets that they had to do with. */
export const ERASE_NAMES = `
  WITH gone AS (
    SELECT id, lower(name) AS name, lower(email) AS email FROM users WHERE id = ANY ($1)
  ), touched AS (
    SELECT g.id, t.id AS ticket_id FROM gone g JOIN tickets t ON t.requester_id = g.id
    UNION SELECT g.id, t.id FROM gone g JOIN tickets t ON t.assignee_id = g.id
    UNION SELECT g.id, w.ticket_id FROM gone g JOIN ticket_watchers w ON w.user_id = g.id
    UNION SELECT g.id, c.ticket_id FROM gone g JOIN comment_mentions n ON n.user_id = g.id JOIN comments c ON c.id = n.comment_id
    UNION SELECT g.id, e.subject_id FROM gone g JOIN activity e ON e.actor_id = g.id AND e.subject_type = 'ticket'
  )
  UPDATE mails m SET subject = NULL, text = NULL, html = NULL FROM touched JOIN gone g USING (id)
  WHERE m.ticket_id = touched.ticket_id AND m.text IS NOT NULL
    AND (position(g.name IN lower(concat_ws(' ', m.subject, m.text))) > 0 OR position(g.email IN lower(m.text)) > 0)`;
