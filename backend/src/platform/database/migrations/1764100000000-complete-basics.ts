import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bin, undo, watchers, mentions, attachments, settings, invitations, remembered answers and imports. */
export class CompleteBasics1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [PEOPLE, SETTINGS, TICKETS, COMMENTS, ATTACHMENTS, TRAIL, ANSWERS]) {
      await runner.query(statement);
    }
  }

  /** What the first house has no room for goes: redacted comments, tickets in the bin, and their traces. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotent_answers, imported_rows, undoable_changes, comment_mentions, ticket_watchers, attachments,
        organisation_logo, settings;
      DELETE FROM comments WHERE redacted_at IS NOT NULL;
      ALTER TABLE comments DROP CONSTRAINT comments_body_check, DROP COLUMN edited_at, DROP COLUMN redacted_at;
      ALTER TABLE comments ADD CONSTRAINT comments_body_check CHECK (char_length(body) BETWEEN 1 AND 20000);
      DELETE FROM tickets WHERE deleted_at IS NOT NULL;
      ALTER TABLE tickets DROP COLUMN follows_id, DROP COLUMN deleted_at;
      DROP INDEX tickets_to_close;
      DELETE FROM text_versions WHERE field <> 'reason';
      ALTER TABLE text_versions DROP CONSTRAINT text_versions_pkey, DROP COLUMN field, DROP COLUMN comment_id;
      ALTER TABLE text_versions ADD PRIMARY KEY (activity_id);
      ALTER TABLE activity DROP CONSTRAINT activity_subject_type_check;
      ALTER TABLE activity ADD CONSTRAINT activity_subject_type_check
        CHECK (subject_type IN ('ticket', 'person', 'installation')) NOT VALID;
      DELETE FROM one_time_tokens WHERE purpose = 'invitation';
      ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_purpose_check;
      ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_purpose_check CHECK (purpose IN ('setup', 'reset'));
      ALTER TABLE users DROP COLUMN email_confirmed_at;
    `);
  }
}

const PEOPLE = `
  ALTER TABLE users ADD COLUMN email_confirmed_at timestamptz;
  ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_purpose_check;
  ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_purpose_check
    CHECK (purpose IN ('setup', 'reset', 'invitation'));
`;

const SETTINGS = `
  CREATE TABLE settings (
    only_row boolean PRIMARY KEY CHECK (only_row),
    organisation_name text NOT NULL CHECK (char_length(organisation_name) BETWEEN 1 AND 80),
    support_hours text CHECK (char_length(support_hours) <= 200),
    support_contact text CHECK (char_length(support_contact) <= 200),
    registration text NOT NULL CHECK (registration IN ('open', 'domains', 'invitation')),
    registration_domains text[] NOT NULL,
    session_idle_days integer NOT NULL CHECK (session_idle_days BETWEEN 1 AND 90),
    session_days integer NOT NULL CHECK (session_days BETWEEN 1 AND 365),
    attachment_megabytes integer NOT NULL CHECK (attachment_megabytes BETWEEN 1 AND 50),
    attachments_per_comment integer NOT NULL CHECK (attachments_per_comment BETWEEN 1 AND 50),
    closing_days integer NOT NULL CHECK (closing_days BETWEEN 1 AND 365),
    bin_days integer NOT NULL CHECK (bin_days BETWEEN 1 AND 3650),
    language text NOT NULL,
    time_zone text NOT NULL,
    updated_at timestamptz
  );
  INSERT INTO settings VALUES
    (true, 'Deskhand', NULL, NULL, 'open', '{}', 14, 90, 10, 10, 7, 30, 'en', 'UTC', NULL);
  CREATE TABLE organisation_logo (
    only_row boolean PRIMARY KEY CHECK (only_row),
    type text NOT NULL,
    bytes bytea NOT NULL,
    updated_at timestamptz NOT NULL
  );
`;

const TICKETS = `
  ALTER TABLE tickets
    ADD COLUMN follows_id uuid REFERENCES tickets ON DELETE SET NULL,
    ADD COLUMN deleted_at timestamptz;
  CREATE INDEX tickets_following ON tickets (follows_id) WHERE follows_id IS NOT NULL;
  CREATE INDEX tickets_in_bin ON tickets (deleted_at, number) WHERE deleted_at IS NOT NULL;
  CREATE INDEX tickets_to_close ON tickets (resolved_at) WHERE status = 'resolved';
  CREATE TABLE ticket_watchers (
    ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE,
    email text NOT NULL CHECK (email = lower(email)),
    user_id uuid REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, email)
  );
  CREATE INDEX ticket_watchers_of_user ON ticket_watchers (user_id, ticket_id);
  CREATE INDEX ticket_watchers_waiting ON ticket_watchers (email) WHERE user_id IS NULL;
  CREATE TABLE undoable_changes (
    ticket_id uuid PRIMARY KEY REFERENCES tickets ON DELETE CASCADE,
    actor_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    at timestamptz NOT NULL,
    version integer NOT NULL,
    before jsonb NOT NULL,
    bulk_id uuid
  );
  CREATE INDEX undoable_changes_of_bulk ON undoable_changes (bulk_id) WHERE bulk_id IS NOT NULL;
  CREATE TABLE imported_rows (
    digest bytea PRIMARY KEY,
    ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE
  );
  CREATE INDEX imported_rows_of_ticket ON imported_rows (ticket_id);
`;

const COMMENTS = `
  ALTER TABLE comments ADD COLUMN edited_at timestamptz, ADD COLUMN redacted_at timestamptz;
  ALTER TABLE comments DROP CONSTRAINT comments_body_check;
  ALTER TABLE comments ADD CONSTRAINT comments_body_check
    CHECK (char_length(body) <= 20000 AND (body = '') = (redacted_at IS NOT NULL));
  CREATE TABLE comment_mentions (
    comment_id uuid NOT NULL REFERENCES comments ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (comment_id, user_id)
  );
  CREATE INDEX comment_mentions_of_user ON comment_mentions (user_id);
`;

const ATTACHMENTS = `
  CREATE TABLE attachments (
    id uuid PRIMARY KEY,
    ticket_id uuid REFERENCES tickets ON DELETE SET NULL,
    comment_id uuid REFERENCES comments ON DELETE SET NULL,
    uploader_id uuid NOT NULL REFERENCES users,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    type text NOT NULL,
    size integer NOT NULL CHECK (size >= 0),
    width integer,
    height integer,
    created_at timestamptz NOT NULL,
    stored_at timestamptz,
    discarded_at timestamptz
  );
  CREATE INDEX attachments_of_ticket ON attachments (ticket_id);
  CREATE INDEX attachments_of_comment ON attachments (comment_id);
  CREATE INDEX attachments_without_ticket ON attachments (created_at) WHERE ticket_id IS NULL;
`;

const TRAIL = `
  ALTER TABLE activity DROP CONSTRAINT activity_subject_type_check;
  ALTER TABLE activity ADD CONSTRAINT activity_subject_type_check
    CHECK (subject_type IN ('ticket', 'person', 'category', 'installation'));
  ALTER TABLE text_versions
    ADD COLUMN field text NOT NULL DEFAULT 'reason' CHECK (field IN ('reason', 'subject', 'description', 'body')),
    ADD COLUMN comment_id uuid;
  ALTER TABLE text_versions ALTER COLUMN field DROP DEFAULT;
  ALTER TABLE text_versions DROP CONSTRAINT text_versions_pkey, ADD PRIMARY KEY (activity_id, field);
  CREATE INDEX text_versions_of_comment ON text_versions (comment_id) WHERE comment_id IS NOT NULL;
`;

const ANSWERS = `
  CREATE TABLE idempotent_answers (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status smallint NOT NULL,
    body text NOT NULL,
    headers jsonb NOT NULL,
    ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE,
    comment_id uuid REFERENCES comments ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
  );
  CREATE INDEX idempotent_answers_of_ticket ON idempotent_answers (ticket_id);
  CREATE INDEX idempotent_answers_of_comment ON idempotent_answers (comment_id) WHERE comment_id IS NOT NULL;
  CREATE INDEX idempotent_answers_by_age ON idempotent_answers (created_at);
`;
