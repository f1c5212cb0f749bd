import { createReadStream, statSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { Problem } from '../../platform/problems.js';
import { StartupProblem } from '../../platform/startup-problem.js';
import type { ImportReportDto } from '../import.dto.js';
import { Imports } from '../imports.service.js';
import { namedByAddress } from '../rows/cells.js';
import type { Arguments } from './arguments.js';
import { Progress } from './progress.js';
import { RejectedRows } from './rejected-rows.js';

/** Problems that are shown; the file of rejected rows has all. */
const SHOWN = 10;

const figure = new Intl.NumberFormat('en');

/** What finds the parts of the app. */
interface App {
  get<T>(part: abstract new (...parts: never[]) => T): T;
}

/**
 * Imports a file of this machine as the system, and says how it went.
 *
 * @returns whether every row was taken, now or earlier
 * @throws StartupProblem in one sentence
 */
export async function importFile(app: App, given: Arguments, stop: AbortSignal): Promise<boolean> {
  const importerId = await oldestAdmin(app.get(DataSource));
  const size = sizeOf(given.file);
  const file = createReadStream(given.file, { signal: stop });
  const progress = new Progress(process.stdout, () => (size === 0 ? 1 : file.bytesRead / size));
  const rejected = new RejectedRows(given.file);
  try {
    const report = await app.get(Imports).importTickets(file as AsyncIterable<Buffer>, {
      map: given.map,
      dryRun: given.dryRun,
      origin: { actorId: null, requestId: null },
      importerId,
      requester: given.requester === null ? null : namedByAddress(given.requester),
      onBadRow: ({ cells }, detail, columns) => {
        rejected.add(columns, cells, detail);
      },
      onProgress: (rows) => {
        progress.at(rows);
      },
    });
    progress.end();
    tell(report, progress, rejected.path);
    return report.failed === 0;
  } catch (error) {
    progress.end();
    throw stop.aborted ? new StartupProblem('Stopped. What was imported stays; run it again to go on.') : spoken(error);
  } finally {
    rejected.close();
  }
}

async function oldestAdmin(dataSource: DataSource): Promise<string> {
  const admins: { id: string }[] = await dataSource.query(
    "SELECT id FROM users WHERE role = 'admin' AND disabled_at IS NULL ORDER BY created_at, id LIMIT 1",
  );
  if (admins[0]) return admins[0].id;
  throw new StartupProblem('There is no admin yet. Run "npm start", make the first admin with its link, then import.');
}

function sizeOf(file: string): number {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts?.isFile()) return facts.size;
  throw new StartupProblem(`There is no file ${file}.`);
}

/** What the API would answer, as sentences. */
function spoken(error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  const faults = (error.extras.errors ?? []).map(({ detail }) => `  ${detail}`);
  return new StartupProblem([error.detail, ...faults].join('\n'));
}

function tell(report: ImportReportDto, progress: Progress, rejected: string): void {
  const { rows, created, skipped, failed, categoriesCreated, peopleCreated, problems } = report;
  const would = report.dryRun ? ' would be' : '';
  const lines = [
    `${figure.format(rows)} rows in ${progress.seconds.toFixed(1)} s (${progress.rate(rows)}): ` +
      `${figure.format(created)}${would} imported, ${figure.format(skipped)} were here already, ${figure.format(failed)} not taken.`,
  ];
  if (categoriesCreated.length > 0) lines.push(`New categories: ${categoriesCreated.join(', ')}.`);
  if (peopleCreated > 0)
    lines.push(`New accounts: ${figure.format(peopleCreated)}, which their owners get by invitation.`);
  for (const { line, column, detail } of problems.slice(0, SHOWN)) {
    lines.push(`  line ${line}${column === undefined ? '' : `, ${column}`}: ${detail}`);
  }
  if (failed > 0) lines.push(`All that were not taken, each with its reason: ${rejected}`);
  console.log(lines.join('\n'));
}
