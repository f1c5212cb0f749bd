import type { Client } from 'pg';
import bcrypt from 'bcrypt';
import { newId } from '../../platform/ids.js';

const EMPLOYEES = 2_000;
const AGENTS = 20;
/** Of everybody; made-up people need no better. */
export const PASSWORD = 'correct horse battery staple';
const COST = 12;

export interface Person {
  readonly id: string;
  readonly email: string;
}

/** Everybody of the installation. */
export interface People {
  readonly admin: Person;
  readonly agents: readonly Person[];
  /** The first of them is the one with a few dozen tickets, whatever the size. */
  readonly employees: readonly Person[];
}

const FIRST = [
  'Emma',
  'Adam',
  'Nora',
  'Paul',
  'Ines',
  'Omar',
  'Lena',
  'Hugo',
  'Mira',
  'Jonas',
  'Ruth',
  'Karim',
  'Vera',
];
const LAST = ['Reed', 'Hollis', 'Novak', 'Berg', 'Santos', 'Weber', 'Okafor', 'Lind', 'Costa', 'Mayer', 'Doyle'];

/** Writes the people. @param at since when they are there */
export async function makePeople(client: Client, at: Date): Promise<People> {
  const hash = await bcrypt.hash(PASSWORD, COST);
  const make = async (role: string, count: number): Promise<Person[]> => {
    const people = Array.from({ length: count }, (_, index) => ({
      id: newId(),
      email: `${role}${index}@bench.example`,
      name: `${FIRST[index % FIRST.length] ?? ''} ${LAST[index % LAST.length] ?? ''} ${index}`,
    }));
    await client.query(
      `INSERT INTO users (id, name, email, role, password_hash, created_at, updated_at, email_confirmed_at)
       SELECT id, name, email, $4, $5, $6, $6, $6 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS p (id, name, email)`,
      [people.map(({ id }) => id), people.map(({ name }) => name), people.map(({ email }) => email), role, hash, at],
    );
    return people.map(({ id, email }) => ({ id, email }));
  };
  const [admin] = await make('admin', 1);
  if (!admin) throw new Error('no admin was made');
  return { admin, agents: await make('agent', AGENTS), employees: await make('employee', EMPLOYEES) };
}

/** Those who were made before, in the same order. */
export async function findPeople(client: Client): Promise<People> {
  const { rows } = await client.query<Person & { role: string }>(
    `SELECT id, email, role FROM users WHERE email LIKE '%@bench.example' ORDER BY length(email), email`,
  );
  const of = (wanted: string): Person[] => rows.filter(({ role }) => role === wanted);
  const [admin] = of('admin');
  if (!admin) throw new Error('this installation has no people of a bench');
  return { admin, agents: of('agent'), employees: of('employee') };
}
