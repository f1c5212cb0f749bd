import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that staff keep for their replies. */
export class Snippets1764500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE snippets (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES users,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
        body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 5000),
        shared boolean NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX snippets_of_owner ON snippets (owner_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE snippets');
  }
}
