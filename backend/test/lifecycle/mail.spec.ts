import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { DataFolder } from './data-folder.js';
import { RunningProgram } from './running-program.js';

const HOST_PROGRAM = join(import.meta.dirname, 'mail-host.mjs');
/** Around the commit, the claim, the data, and the settling. */
const POINTS = ['commit', 'claim', 'data', 'settle'] as const;
type Point = (typeof POINTS)[number];
const KILLS = process.env.PROOF_CYCLES ? Number(process.env.PROOF_CYCLES) * 8 : POINTS.length;
const LEAST_WRITTEN = 10;
const SENDING_LIMIT_MS = 60_000;
/** A process starts, writes and is killed in some seconds, also on a busy machine. */
const KILL_LIMIT_MS = 15_000;

let folder: DataFolder;
let program: RunningProgram | null;
let server: SMTPServer;
/** How often each mail was acknowledged, and all that came of each, by their Message-IDs. */
let acknowledged: Map<string, number>;
let sources: Map<string, Set<string>>;
/** Called at each of these points of an SMTP dialogue. */
let at: (point: Point) => void;

beforeEach(async () => {
  folder = await DataFolder.make();
  program = null;
  acknowledged = new Map();
  sources = new Map();
  at = () => undefined;
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 100 },
    onMailFrom: (_address, _session, done) => {
      at('claim');
      done();
    },
    onData: (stream, _session, done) => {
      let source = '';
      stream.on('data', (chunk: Buffer) => (source += chunk.toString()));
      stream.on('end', () => {
        at('data');
        const id = /^Message-ID: <(.*)@tickets\.example\.org>\r$/im.exec(source)?.[1] ?? '';
        acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1);
        sources.set(id, (sources.get(id) ?? new Set()).add(source));
        done();
        at('settle');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  await program?.kill('SIGKILL');
  await new Promise<void>((resolve) => {
    server.close(resolve);
  });
  await folder.remove();
});

async function begun(task = 'write'): Promise<{ running: RunningProgram; url: string }> {
  const { port } = server.server.address() as { port: number };
  const running = new RunningProgram([HOST_PROGRAM, folder.path, `smtp://127.0.0.1:${port}`, task]);
  program = running;
  return { running, url: await running.line('READY') };
}

function told({ output }: RunningProgram, word: string): string[] {
  return [...output.matchAll(new RegExp(`^${word} (\\S+)\\n`, 'gm'))].map(([, id]) => id!);
}

/** Kills it when that point is reached for the n-th time, once enough was written. */
async function killedAt(point: Point, running: RunningProgram): Promise<void> {
  while (told(running, 'WROTE').length < LEAST_WRITTEN) await pause(5);
  if (point === 'commit') {
    await pause(Math.random() * 30);
    await running.kill('SIGKILL');
    return;
  }
  let left = 1 + Math.floor(Math.random() * 5);
  await new Promise<void>((resolve) => {
    at = (reached) => {
      if (reached !== point || --left !== 0) return;
      process.kill(running.pid, 'SIGKILL');
      resolve();
    };
  });
  at = () => undefined;
  await running.ended;
}

async function idsOf(url: string, condition: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM mails WHERE ${condition}`);
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

describe('R07 A SIGKILL around the sending of mail', () => {
  it(
    'loses no mail whose event was committed, sends none whose was not, and doubles only what was under way',
    async () => {
      const [written, undone, underWay] = [new Set<string>(), new Set<string>(), new Set<string>()];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { running, url } = await begun();
        await killedAt(POINTS[kill % POINTS.length]!, running);
        for (const id of told(running, 'WROTE')) written.add(id);
        for (const id of told(running, 'UNDONE')) undone.add(id);
        for (const id of await idsOf(url, "state = 'sending'")) if (acknowledged.has(id)) underWay.add(id);
      }
      const { url } = await begun('send');
      const deadline = performance.now() + SENDING_LIMIT_MS;
      while ((await idsOf(url, "state <> 'sent'")).length > 0 && performance.now() < deadline) await pause(20);
      expect((await idsOf(url, "state = 'sent'")).toSorted()).toEqual([...acknowledged.keys()].toSorted());
      // What was written down as sent is never sent again: only what a server had taken, and nobody could say so any more.
      const twice = [...acknowledged].filter(([, count]) => count > 1).map(([id]) => id);
      expect(twice.filter((id) => !underWay.has(id))).toEqual([]);
      expect([...written].filter((id) => !acknowledged.has(id))).toEqual([]);
      expect([...undone].filter((id) => acknowledged.has(id))).toEqual([]);
      // Whatever came twice came with the same Message-ID and the same in every byte.
      expect([...sources.values()].filter((versions) => versions.size > 1)).toEqual([]);
    },
    KILLS * KILL_LIMIT_MS + 2 * SENDING_LIMIT_MS,
  );
});
