import { DefaultNamingStrategy, type Table } from 'typeorm';

/** Names things as PostgreSQL itself does, so that migrations written as plain SQL and entities agree. */
export class PostgresNames extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string, prefixes: string[]): string {
    return customName || [...prefixes, propertyName].map(toSnakeCase).join('_');
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`;
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_fkey`;
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_key`;
  }
}

function nameOf(table: Table | string): string {
  const path = typeof table === 'string' ? table : table.name;
  return path.split('.').at(-1) ?? path;
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
