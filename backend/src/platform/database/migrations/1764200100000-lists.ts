import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose turn it is, what is unread, and the indexes by which lists of a million tickets are read. */
export class Lists1764200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [TURNS, UNREAD, INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unread_tickets;
      DROP INDEX tickets_by_creation, tickets_of_assignee, tickets_of_nobody, tickets_in_priority, tickets_just_resolved;
      ALTER TABLE tickets DROP COLUMN last_reply_by;
      CREATE INDEX tickets_by_creation ON tickets (created_at, number);
      CREATE INDEX tickets_of_assignee ON tickets (assignee_id, created_at, number);
    `);
  }
}

const TURNS = `
  ALTER TABLE tickets ADD COLUMN last_reply_by text CHECK (last_reply_by IN ('requester', 'staff'));
  UPDATE tickets t SET last_reply_by = last.side
  FROM (
    SELECT DISTINCT ON (m.ticket_id) m.ticket_id,
      CASE WHEN u.role <> 'employee' AND m.author_id <> k.requester_id THEN 'staff' ELSE 'requester' END AS side
    FROM comments m JOIN tickets k ON k.id = m.ticket_id JOIN users u ON u.id = m.author_id
    WHERE NOT m.internal ORDER BY m.ticket_id, m.created_at DESC, m.id DESC
  ) AS last
  WHERE last.ticket_id = t.id;
`;

const UNREAD = `
  CREATE TABLE unread_tickets (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE,
    since timestamptz NOT NULL,
    PRIMARY KEY (user_id, ticket_id)
  );
  CREATE INDEX unread_tickets_of_ticket ON unread_tickets (ticket_id);
`;

const INDEXES = `
  DROP INDEX tickets_by_creation, tickets_of_assignee;
  CREATE INDEX tickets_by_creation ON tickets (created_at, number, status, priority, category_id, assignee_id,
    requester_id, updated_at, last_reply_by, id) WHERE deleted_at IS NULL;
  CREATE INDEX tickets_of_assignee ON tickets (assignee_id, status, created_at, number);
  CREATE INDEX tickets_of_nobody ON tickets (status, created_at, number) WHERE assignee_id IS NULL;
  CREATE INDEX tickets_in_priority ON tickets (priority, created_at, number);
  CREATE INDEX tickets_just_resolved ON tickets (updated_at, number) WHERE status = 'resolved';
`;
