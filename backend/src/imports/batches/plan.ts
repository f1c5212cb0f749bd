import { isStaffRole, LIMITS, type Role } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import type { Draft, NamedPerson } from '../rows/draft.js';

export interface KnownPerson {
  readonly id: string;
  readonly role: Role;
  readonly active: boolean;
}

/** What becomes of some rows, before anything is written. */
export interface Plan {
  readonly drafts: readonly Draft[];
  /** Rows that became tickets earlier. */
  readonly skipped: number;
  readonly refused: readonly {
    readonly draft: Draft;
    readonly field: 'assignee' | 'category';
    readonly detail: string;
  }[];
  /** By mail address. */
  readonly people: Map<string, KnownPerson>;
  readonly newPeople: readonly NamedPerson[];
  /** Ids by names in lower case. */
  readonly categories: Map<string, string>;
  readonly newCategories: readonly string[];
}

/** Names that a dry run would have made by now; a real one finds them in the tables. */
export interface Foreseen {
  readonly people: Set<string>;
  readonly categories: Set<string>;
}

/** @param fallback who is the requester of rows that name none, if not the importer */
export async function planBatch(
  manager: EntityManager,
  drafts: readonly Draft[],
  fallback: NamedPerson | null,
  foreseen: Foreseen,
): Promise<Plan> {
  const fresh = await withoutKnown(manager, drafts);
  const people = await findPeople(manager, fresh, fallback);
  const categories = await findCategories(manager);
  const newCategories = new Map<string, string>();
  const refused: Plan['refused'][number][] = [];
  const taken = fresh.filter((draft) => {
    const assignee = draft.assignee === null ? null : people.get(draft.assignee);
    if (assignee !== null && !(assignee?.active && isStaffRole(assignee.role))) {
      refused.push({ draft, field: 'assignee', detail: `${draft.assignee} is no active agent.` });
      return false;
    }
    const name = draft.category?.toLowerCase() ?? '';
    if (name === '' || categories.has(name) || newCategories.has(name)) return true;
    const count = new Set([...categories.keys(), ...foreseen.categories, ...newCategories.keys()]).size;
    if (!foreseen.categories.has(name) && count >= LIMITS.category.max) {
      refused.push({ draft, field: 'category', detail: `There are ${LIMITS.category.max} categories already.` });
      return false;
    }
    newCategories.set(name, draft.category ?? '');
    return true;
  });
  const missing = peopleOf(taken, fallback).filter(({ email }) => !people.has(email));
  return {
    drafts: taken,
    skipped: drafts.length - fresh.length,
    refused,
    people,
    newPeople: [...new Map(missing.toReversed().map((person) => [person.email, person])).values()].reverse(),
    categories,
    newCategories: [...newCategories.values()],
  };
}

/** Without those whose row was imported before, and those whose ticket is here. */
async function withoutKnown(manager: EntityManager, drafts: readonly Draft[]): Promise<Draft[]> {
  const known: { key: string }[] = await manager.query(
    `SELECT encode(digest, 'hex') AS key FROM imported_rows
      WHERE digest = ANY (ARRAY(SELECT decode(d, 'hex') FROM unnest($1::text[]) AS d))
    UNION ALL SELECT id::text FROM tickets WHERE id = ANY ($2)`,
    [drafts.map(({ digest }) => digest), drafts.map(({ id }) => id)],
  );
  const keys = new Set(known.map(({ key }) => key));
  return drafts.filter(({ digest, id, isRepeated }) => !isRepeated && !keys.has(digest) && !keys.has(id));
}

/** Those who may need an account. */
function peopleOf(drafts: readonly Draft[], fallback: NamedPerson | null): NamedPerson[] {
  return drafts
    .flatMap(({ requester, comments }) => [requester ?? fallback, ...comments.map(({ author }) => author)])
    .filter((person) => person !== null);
}

async function findPeople(
  manager: EntityManager,
  drafts: readonly Draft[],
  fallback: NamedPerson | null,
): Promise<Map<string, KnownPerson>> {
  const assignees = drafts.flatMap(({ assignee }) => (assignee === null ? [] : [assignee]));
  return peopleBy(manager, [...peopleOf(drafts, fallback).map(({ email }) => email), ...assignees]);
}

export async function peopleBy(manager: EntityManager, emails: readonly string[]): Promise<Map<string, KnownPerson>> {
  const rows: (KnownPerson & { email: string })[] = await manager.query(
    'SELECT id, email, role, disabled_at IS NULL AS active FROM users WHERE email = ANY ($1)',
    [[...new Set(emails)]],
  );
  return new Map(rows.map(({ email, ...person }) => [email, person]));
}

export async function findCategories(manager: EntityManager): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await manager.query('SELECT id, lower(name) AS name FROM categories');
  return new Map(rows.map(({ id, name }) => [name, id]));
}
