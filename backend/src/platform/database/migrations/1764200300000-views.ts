import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views, and their entries on the trail. */
export class Views1764200300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_views (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES users,
        name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
        shared boolean NOT NULL,
        filters jsonb NOT NULL,
        sort text NOT NULL,
        columns text[] NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX saved_views_of_owner ON saved_views (owner_id);
      ALTER TABLE activity DROP CONSTRAINT activity_subject_type_check;
      ALTER TABLE activity ADD CONSTRAINT activity_subject_type_check
        CHECK (subject_type IN ('ticket', 'person', 'category', 'view', 'installation'));
    `);
  }

  /** Entries of views stay, as every entry does. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE saved_views;
      ALTER TABLE activity DROP CONSTRAINT activity_subject_type_check;
      ALTER TABLE activity ADD CONSTRAINT activity_subject_type_check
        CHECK (subject_type IN ('ticket', 'person', 'category', 'installation')) NOT VALID;
    `);
  }
}
