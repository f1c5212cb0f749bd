import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which categories came with the installation: their names are read in each reader's language until somebody renames them. */
export class StandardCategories1764500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE categories ADD COLUMN standard text
        CHECK (standard IN ('email', 'website', 'access', 'hardware', 'software', 'finance', 'social', 'other'));
      UPDATE categories c SET standard = s.code
      FROM (VALUES
        ('email', 'Email'),
        ('website', 'Website'),
        ('access', 'Access and accounts'),
        ('hardware', 'Hardware'),
        ('software', 'Software'),
        ('finance', 'Finance systems'),
        ('social', 'Social media'),
        ('other', 'Other')
      ) AS s (code, name) WHERE c.name = s.name;
      CREATE UNIQUE INDEX categories_standard ON categories (standard);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE categories DROP COLUMN standard');
  }
}
