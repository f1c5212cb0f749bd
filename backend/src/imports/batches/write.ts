import { isStaffRole, type Side } from '@deskhand/shared';
import { newId } from '../../platform/ids.js';
import type { DomainEvent, Transaction } from '../../platform/unit-of-work.js';
import { categoryCreated } from '../../tickets/categories/category.events.js';
import { personImported, ticketImported } from '../import.events.js';
import type { Draft, DraftComment, NamedPerson } from '../rows/draft.js';
import { findCategories, peopleBy, type Plan } from './plan.js';

/** In whose name, and under which import. */
export interface Importer {
  readonly importId: string;
  /** Creator of the tickets, and author and requester where a row names none. */
  readonly personId: string;
  readonly fallback: NamedPerson | null;
}

const NEW_PEOPLE = `INSERT INTO users (id, name, email, role, created_at, updated_at)
  SELECT id, name, email, 'employee', $2, $2
  FROM jsonb_to_recordset($1) AS p (id uuid, name text, email text) ORDER BY email
  ON CONFLICT (email) DO NOTHING RETURNING id`;

const NEW_CATEGORIES = `INSERT INTO categories (id, name, description, position, active)
  SELECT c.id, c.name, '', (SELECT coalesce(max(position), 0) FROM categories) + c.place, true
  FROM jsonb_to_recordset($1) AS c (place integer, id uuid, name text)`;

/** Whoever remembers a row first makes its ticket; the other one has to wait for that, and makes none. */
const NEW_TICKETS = `WITH rows AS (
    SELECT * FROM jsonb_to_recordset($1) AS r (
      place integer, digest text, id uuid, subject text, description text, status text, priority smallint,
      "categoryId" uuid, "requesterId" uuid, "assigneeId" uuid, "createdAt" timestamptz, "updatedAt" timestamptz,
      "firstReplyAt" timestamptz, "lastReplyBy" text, "resolvedAt" timestamptz, "closedAt" timestamptz)
  ), remembered AS (
    INSERT INTO imported_rows (digest, ticket_id) SELECT decode(digest, 'hex'), id FROM rows ORDER BY digest
    ON CONFLICT DO NOTHING RETURNING ticket_id
  )
  INSERT INTO tickets (id, subject, description, status, priority, category_id, requester_id, creator_id, assignee_id,
    created_at, updated_at, first_reply_at, last_reply_by, resolved_at, closed_at, version)
  SELECT id, subject, description, status, priority, "categoryId", "requesterId", $2, "assigneeId",
    "createdAt", "updatedAt", "firstReplyAt", "lastReplyBy", "resolvedAt", "closedAt", 1
  FROM rows JOIN remembered ON remembered.ticket_id = rows.id ORDER BY place
  RETURNING id, number`;

const NEW_COMMENTS = `INSERT INTO comments (id, ticket_id, author_id, body, internal, created_at)
  SELECT id, "ticketId", "authorId", body, internal, at
  FROM jsonb_to_recordset($1) AS c (id uuid, "ticketId" uuid, "authorId" uuid, body text, internal boolean, at timestamptz)`;

/** Makes what a batch needs and its tickets, with their entries on the trail. Gives the number of tickets. */
export async function writeBatch(transaction: Transaction, plan: Plan, importer: Importer): Promise<number> {
  const { manager } = transaction;
  const events = [...(await addPeople(transaction, plan, importer)), ...(await addCategories(transaction, plan))];
  const personOf = (person: NamedPerson | null): string =>
    (person && plan.people.get(person.email)?.id) ?? importer.personId;
  const rows = plan.drafts.map((draft, place) => {
    const requesterId = personOf(draft.requester ?? importer.fallback);
    const assigneeId = draft.assignee === null ? null : (plan.people.get(draft.assignee)?.id ?? null);
    const categoryId = draft.category === null ? null : (plan.categories.get(draft.category.toLowerCase()) ?? null);
    return {
      ...draft,
      comments: undefined,
      place,
      requesterId,
      assigneeId,
      categoryId,
      ...repliesTo(draft, plan),
    };
  });
  const made: { id: string; number: string }[] = await manager.query(NEW_TICKETS, [
    JSON.stringify(rows),
    importer.personId,
  ]);
  const ids = new Set(made.map(({ id }) => id));
  const comments = plan.drafts.filter(({ id }) => ids.has(id)).flatMap((draft) => commentRows(draft, personOf));
  if (comments.length > 0) await manager.query(NEW_COMMENTS, [JSON.stringify(comments)]);
  const { importId } = importer;
  const tickets = made.map(({ id, number }) => ticketImported(id, { number: Number(number), importId }));
  await transaction.record(...events, ...tickets);
  return made.length;
}

/** Accounts without a password: their owners get them by invitation. */
async function addPeople({ manager, now }: Transaction, plan: Plan, importer: Importer): Promise<DomainEvent[]> {
  if (plan.newPeople.length === 0) return [];
  const people = plan.newPeople.map((person) => ({ ...person, id: newId() }));
  const added: { id: string }[] = await manager.query(NEW_PEOPLE, [JSON.stringify(people), now]);
  const known = await peopleBy(
    manager,
    people.map(({ email }) => email),
  );
  for (const [email, person] of known) plan.people.set(email, person);
  return added.map(({ id }) => personImported(id, importer.importId));
}

/** Under the lock that admins take who change categories, so that no name is there twice. */
async function addCategories({ manager }: Transaction, plan: Plan): Promise<DomainEvent[]> {
  if (plan.newCategories.length === 0) return [];
  await manager.query('LOCK TABLE categories IN SHARE ROW EXCLUSIVE MODE');
  const known = await findCategories(manager);
  const missing = plan.newCategories.filter((name) => !known.has(name.toLowerCase()));
  const rows = missing.map((name, at) => ({ place: at + 1, id: newId(), name }));
  if (rows.length > 0) await manager.query(NEW_CATEGORIES, [JSON.stringify(rows)]);
  for (const [name, id] of known) plan.categories.set(name, id);
  for (const { name, id } of rows) plan.categories.set(name.toLowerCase(), id);
  return rows.map(({ id }) => categoryCreated(id));
}

/** When staff who are not its requester first answered him, and on whose side the last reply was written. */
function repliesTo(
  { comments, requester }: Draft,
  { people }: Plan,
): { readonly firstReplyAt: Date | null; readonly lastReplyBy: Side | null } {
  const isByStaff = ({ author }: DraftComment): boolean => {
    const person = author && people.get(author.email);
    return person !== null && person !== undefined && isStaffRole(person.role) && author?.email !== requester?.email;
  };
  const replies = comments.filter(({ internal }) => !internal).sort((one, other) => Number(one.at) - Number(other.at));
  const last = replies.at(-1);
  return {
    firstReplyAt: replies.find(isByStaff)?.at ?? null,
    lastReplyBy: last ? (isByStaff(last) ? 'staff' : 'requester') : null,
  };
}

function commentRows({ id, comments }: Draft, personOf: (person: NamedPerson | null) => string): object[] {
  return comments.map(({ author, ...comment }: DraftComment) => ({
    ...comment,
    id: newId(),
    ticketId: id,
    authorId: personOf(author),
  }));
}
