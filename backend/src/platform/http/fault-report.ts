import { QueryFailedError } from 'typeorm';

/** The parts of a database's error that name things of ours; its other parts repeat what somebody wrote. */
const HARMLESS = ['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

/**
 * What the log says of a fault. Of a statement that failed it has the text and no values: they hold passwords' hashes
 * and whatever people write, and so does the database's own message.
 */
export function reportOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { msg: `thrown: ${typeof error}` };
  if (!(error instanceof QueryFailedError)) return { msg: error.message, stack: error.stack };
  const cause = error.driverError as unknown as Record<string, unknown>;
  const named = Object.fromEntries(HARMLESS.map((name) => [name, cause[name]]));
  return { msg: 'a statement failed', ...named, query: error.query, stack: framesOf(error) };
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');
}
