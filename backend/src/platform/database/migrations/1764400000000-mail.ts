import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The mails, which are their own queue; what came of each attempt; and which kinds of mail people chose otherwise than is
 * usual. Few mails wait at a time, so the indexes of those are small.
 */
export class Mail1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MAILS);
    await runner.query(BESIDE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE settings DROP COLUMN trail_heads_daily;
      DROP TABLE mail_preferences, mail_attempts, mails;
    `);
  }
}

const MAILS = `
  CREATE TABLE mails (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    recipient_id uuid REFERENCES users,
    address text NOT NULL,
    ticket_id uuid,
    news jsonb NOT NULL,
    gathers boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'dead', 'cancelled')),
    due_at timestamptz NOT NULL,
    give_up_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    subject text,
    text text,
    html text,
    created_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX mails_due ON mails (due_at) WHERE state IN ('queued', 'sending');
  CREATE UNIQUE INDEX mails_that_gather ON mails (address, ticket_id) WHERE gathers AND state = 'queued' AND attempts = 0;
  CREATE INDEX mails_that_failed ON mails (ended_at) WHERE state IN ('failed', 'dead');
  CREATE INDEX mails_of_ticket ON mails (ticket_id) WHERE ticket_id IS NOT NULL;
  CREATE INDEX mails_to_person ON mails (recipient_id) WHERE recipient_id IS NOT NULL;
  CREATE INDEX mails_by_creation ON mails (created_at, id);
`;

const BESIDE = `
  CREATE TABLE mail_attempts (
    mail_id uuid NOT NULL REFERENCES mails ON DELETE CASCADE,
    attempt integer NOT NULL,
    at timestamptz NOT NULL,
    delivered boolean NOT NULL,
    answer text NOT NULL,
    PRIMARY KEY (mail_id, attempt)
  );
  CREATE TABLE mail_preferences (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    choice text NOT NULL,
    wanted boolean NOT NULL,
    PRIMARY KEY (user_id, choice)
  );
  CREATE INDEX mail_preferences_wanted ON mail_preferences (choice, user_id) WHERE wanted;
  ALTER TABLE settings ADD COLUMN trail_heads_daily boolean NOT NULL DEFAULT false;
  ALTER TABLE settings ALTER COLUMN trail_heads_daily DROP DEFAULT;
`;
