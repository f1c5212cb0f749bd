import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import { App } from './installation.js';

const CYCLES = Number(process.env.PROOF_CYCLES ?? 4);
const PARALLEL = 30;
const LONGEST_WAIT_MS = 60;
const RETRY_LIMIT_MS = 10_000;

interface Made {
  readonly id: string;
}

/** One thing that is asked for until it is answered, always with the same key. */
interface Wish {
  readonly path: string;
  readonly key: string;
  readonly body: Readonly<Record<string, string>>;
}

let folder: DataFolder;
let app: App;

beforeEach(async () => {
  folder = await DataFolder.make();
  app = await App.start(folder);
  await app.signIn();
});

afterEach(async () => {
  await app.program.kill('SIGKILL');
  await folder.remove();
});

/** Under way already, or the database is gone: to be asked again. */
const UNDECIDED = [409, 503];

/** The answer to one sending: the id of what was made, or nothing where nobody knows. */
async function sent({ path, key, body }: Wish): Promise<string | null> {
  const answer = await app.call<Made>('POST', path, body, { 'idempotency-key': key }).catch(() => null);
  if (answer?.status === 201) return answer.body.id;
  if (answer !== null && !UNDECIDED.includes(answer.status)) {
    throw new Error(`${answer.status} ${JSON.stringify(answer.body)}\n${app.program.output}`);
  }
  return null;
}

async function sentUntilAnswered(wish: Wish): Promise<string> {
  const deadline = performance.now() + RETRY_LIMIT_MS;
  for (;;) {
    const id = await sent(wish);
    if (id !== null) return id;
    if (performance.now() > deadline) throw new Error('no answer');
    await pause(50);
  }
}

/** Sends each wish many times at once, kills everything under them, and sends them again until they are answered. */
async function sentThroughAKill(wishes: readonly Wish[], killsServer: boolean): Promise<Set<string>[]> {
  const sendings = wishes.map((wish) => Promise.all(Array.from({ length: PARALLEL }, () => sent(wish))));
  await pause(Math.random() * LONGEST_WAIT_MS);
  if (killsServer) await folder.killServer();
  await app.program.kill('SIGKILL');
  const answered = await Promise.all(sendings);
  app = await App.start(folder);
  await app.signIn();
  return Promise.all(
    wishes.map(async (wish, at) => {
      const again = await sentUntilAnswered(wish);
      return new Set([...answered[at]!.filter((id) => id !== null), again]);
    }),
  );
}

describe('A SIGKILL under requests with an Idempotency-Key', () => {
  it('and a retry make one ticket with one entry and one mail, and one comment (R06)', async () => {
    const parent = await app.call<Made>('POST', '/tickets', { subject: 'Answered', description: 'Often.' });
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const subject = `Cycle ${cycle}`;
      const comments = `/tickets/${parent.body.id}/comments`;
      const wishes: readonly Wish[] = [
        { path: '/tickets', key: randomUUID(), body: { subject, description: 'Once.' } },
        { path: comments, key: randomUUID(), body: { body: subject } },
      ];
      const [tickets, added] = await sentThroughAKill(wishes, cycle % 2 === 1);
      expect([tickets!.size, added!.size]).toEqual([1, 1]);

      const filed = (await app.all<Made & { subject: string; number: number }>('/tickets')).filter(
        (each) => each.subject === subject,
      );
      expect(filed.map(({ id }) => id)).toEqual([...tickets!]);
      const trail = await app.all<{ kind: string }>(`/tickets/${filed[0]!.id}/activity`);
      expect(trail.map(({ kind }) => kind)).toEqual(['ticket.created']);
      expect(await app.all(`/mail?ticket=${filed[0]!.number}`)).toHaveLength(1);
      const written = await app.all<Made & { body: string }>(comments);
      expect(written.filter(({ body }) => body === subject).map(({ id }) => id)).toEqual([...added!]);
    }
  });
});
