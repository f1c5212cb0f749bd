import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the trail for admins is found by. Every entry is written into the first, and into the second where it is about no ticket. */
export class AdminTrail1764300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX activity_of_actor ON activity (actor_id, position) WHERE actor_id IS NOT NULL;
      CREATE INDEX activity_of_administration ON activity (kind, position) WHERE subject_type <> 'ticket';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX activity_of_actor, activity_of_administration');
  }
}
