import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { Clock } from '../../platform/clock.js';
import { StartupProblem } from '../../platform/startup-problem.js';
import { sentenceOf } from '../verify/fault.js';
import { readHeadsFile, writeHeads } from '../verify/heads-file.js';
import { type Verdict, verifyTrail } from '../verify/verify-trail.js';
import { installationOf } from './on-trail.js';

export interface VerifyArguments {
  /** File that takes the heads. */
  readonly head: string | undefined;
  /** File that an earlier run wrote. */
  readonly against: string | undefined;
}

const USAGE = 'npm run verify -- [--head FILE] [--against FILE]';
const ENTRIES_A_LINE = 500_000;

/** @throws StartupProblem in a sentence that shows how it is called */
export function readVerifyArguments(words: readonly string[]): VerifyArguments {
  try {
    const options = { head: { type: 'string' }, against: { type: 'string' } } as const;
    const { head, against } = parseArgs({ args: [...words], options }).values;
    return { head, against };
  } catch (error) {
    throw new StartupProblem(`${error instanceof Error ? error.message : 'Unknown option'}\n  ${USAGE}`);
  }
}

/** Says what it found. @returns whether the trail is as it was written */
export async function verifyAndTell(
  client: Client,
  { head, against }: VerifyArguments,
  say: (line: string) => void,
): Promise<boolean> {
  const installation = await installationOf(client);
  const earlier = against === undefined ? undefined : readHeadsFile(against);
  if (earlier && earlier.installation !== installation) {
    throw new StartupProblem(`${against ?? ''} was written by another installation.`);
  }
  const at = new Clock().now().toISOString();
  let told = 0;
  const verdict = await verifyTrail(client, {
    against: earlier,
    onProgress: (entries) => {
      if (entries - told >= ENTRIES_A_LINE) say(`  ${(told = entries)} entries read`);
    },
  });
  for (const fault of verdict.faults) say(sentenceOf(fault));
  for (const note of verdict.notes) say(note);
  for (const line of summaryOf(verdict)) say(line);
  if (verdict.faults.length > 0) return false;
  if (head !== undefined) {
    writeHeads(head, {
      installation,
      at,
      heads: verdict.heads.map(({ lane, links, hash }) => ({ lane, links, hash })),
    });
    say(`The heads are in ${head}. Keep it where nobody with rights on the database can write.`);
  }
  return true;
}

function summaryOf({ entries, from, to, heads, anchors, faults }: Verdict): string[] {
  const retired = anchors.reduce((sum, anchor) => sum + anchor.entries, 0);
  const span = entries > 0 ? `, ${from.slice(0, 10)} to ${to.slice(0, 10)}` : '';
  const before = retired > 0 ? `, after ${retired} that were retired` : '';
  const read = `${entries} entries in ${heads.length} ${heads.length === 1 ? 'chain' : 'chains'}${span}${before}.`;
  const ends = heads.map(({ lane, links, hash }) => `  chain ${lane}: ${links} links, ${hash.slice(0, 16)}…`);
  if (faults.length > 0) return [`${read} ${faults.length} are not as the trail was written.`];
  return [`${read} All of them are as they were written.`, ...ends];
}
