import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people like to work. */
export class Preferences1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users ADD preferences jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN preferences');
  }
}
