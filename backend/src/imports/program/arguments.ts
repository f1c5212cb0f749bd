import { parseArgs } from 'node:util';
import type { ColumnMap } from '@deskhand/shared';
import { isEmail } from 'class-validator';
import { StartupProblem } from '../../platform/startup-problem.js';
import { readColumnMap } from '../file/columns.js';

export interface Arguments {
  readonly file: string;
  readonly map: ColumnMap;
  readonly dryRun: boolean;
  /** In lower case. */
  readonly requester: string | null;
}

const USAGE = `npm run import -- FILE.csv[.gz] [--map description=Document,category=Topic] [--dry-run] [--requester emma@example.org]`;

/** @throws StartupProblem in a sentence that shows how it is called */
export function readArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parsed(words);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new StartupProblem(`Name one file:\n  ${USAGE}`);
  const map = readColumnMap(values.map ?? []);
  if (!map) throw new StartupProblem(`--map takes pairs of a field and a column, each field once:\n  ${USAGE}`);
  const requester = values.requester?.trim().toLowerCase() ?? null;
  if (requester !== null && !isEmail(requester)) throw new StartupProblem('--requester takes a mail address.');
  return { file, map, dryRun: values['dry-run'] ?? false, requester };
}

interface Parsed {
  readonly values: { map?: string[]; 'dry-run'?: boolean; requester?: string };
  readonly positionals: string[];
}

function parsed(words: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        map: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
        requester: { type: 'string' },
      },
    });
  } catch (error) {
    throw new StartupProblem(`${error instanceof Error ? error.message : 'Unknown option'}\n  ${USAGE}`);
  }
}
