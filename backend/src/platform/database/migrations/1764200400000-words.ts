import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words are looked up by their beginning in the index of their key, whatever the language of the database. */
export class Words1764200400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_words ALTER COLUMN word TYPE text COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_words ALTER COLUMN word TYPE text COLLATE "default"');
  }
}
