import type { Client } from 'pg';

/** Rows that follow from tickets and comments. */
export interface DerivedRows {
  readonly what: string;
  readonly statements: readonly string[];
}

/** What fills the tables that the product keeps beside the tickets, by the product's own statements. */
const DERIVED: readonly DerivedRows[] = [];

/** @param onDone told what was filled, and in how many seconds */
export async function fillDerived(client: Client, onDone: (what: string) => void): Promise<void> {
  for (const { what, statements } of DERIVED) {
    for (const statement of statements) await client.query(statement);
    onDone(what);
  }
}
