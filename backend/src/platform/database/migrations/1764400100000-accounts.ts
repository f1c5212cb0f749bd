import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Addresses that change and are confirmed, people who are erased, and how often links may be asked for. */
export class Accounts1764400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users
        ADD COLUMN new_email text CHECK (new_email = lower(new_email)),
        ADD COLUMN erased_at timestamptz;
      ALTER TABLE one_time_tokens ADD COLUMN address text;
      ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_purpose_check;
      ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_purpose_check
        CHECK (purpose IN ('setup', 'reset', 'invitation', 'confirmation', 'address'));
      CREATE INDEX one_time_tokens_of_user ON one_time_tokens (user_id);
      ALTER TABLE settings ADD COLUMN unconfirmed_may text NOT NULL DEFAULT 'everything'
        CHECK (unconfirmed_may IN ('everything', 'file_only', 'nothing'));
      ALTER TABLE settings ALTER COLUMN unconfirmed_may DROP DEFAULT;
      CREATE INDEX mails_about_accounts ON mails (address) WHERE ticket_id IS NULL OR recipient_id IS NULL;
      CREATE TABLE link_budgets (
        key text PRIMARY KEY,
        window_ends_at timestamptz NOT NULL,
        used integer NOT NULL CHECK (used >= 0)
      );
    `);
  }

  /** The links of the new kinds go; who was erased stays so. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE link_budgets;
      DROP INDEX mails_about_accounts;
      ALTER TABLE settings DROP COLUMN unconfirmed_may;
      DROP INDEX one_time_tokens_of_user;
      DELETE FROM one_time_tokens WHERE purpose IN ('confirmation', 'address');
      ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_purpose_check;
      ALTER TABLE one_time_tokens ADD CONSTRAINT one_time_tokens_purpose_check
        CHECK (purpose IN ('setup', 'reset', 'invitation'));
      ALTER TABLE one_time_tokens DROP COLUMN address;
      ALTER TABLE users DROP COLUMN erased_at, DROP COLUMN new_email;
    `);
  }
}
