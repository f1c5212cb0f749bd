import { Injectable } from '@nestjs/common';
import { type ColumnMap, IMPORT_LIMITS, type StatusCode, STATUSES } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { InstallationKeys } from '../platform/config/installation-keys.js';
import { newId } from '../platform/ids.js';
import { Problem } from '../platform/problems.js';
import { type Origin, UnitOfWork } from '../platform/unit-of-work.js';
import { readInstallationSettings } from '../settings/read-installation-settings.js';
import { Status } from '../tickets/statuses/status.entity.js';
import { type Foreseen, type Plan, planBatch } from './batches/plan.js';
import { type Importer, writeBatch } from './batches/write.js';
import { type Columns, findColumns } from './file/columns.js';
import { type FileRow, readRows } from './file/import-rows.js';
import type { ImportReportDto } from './import.dto.js';
import { ticketsImported } from './import.events.js';
import { BadCell } from './rows/bad-cell.js';
import type { Draft, NamedPerson } from './rows/draft.js';
import { RowReader, type Words } from './rows/row-reader.js';

/** Rows that become tickets in one transaction, which lasts a fraction of a second. */
const BATCH = 500;
/** Any number that nobody else uses for an advisory lock in this database. */
const IMPORT_LOCK = 7_236_010;

export interface ImportOptions {
  /** Without entries the columns that are called like the fields. */
  readonly map: ColumnMap;
  readonly dryRun: boolean;
  /** In whose name the trail tells of it. */
  readonly origin: Origin;
  /** Creator of the tickets, and their requester where nobody else is named. */
  readonly importerId: string;
  /** The requester of rows that name none. */
  readonly requester: NamedPerson | null;
  /** Hears of each row that is not taken. */
  readonly onBadRow?: (row: FileRow, detail: string, columns: readonly string[]) => void;
  readonly onProgress?: (rows: number) => void;
}

type Report = { -readonly [Key in keyof ImportReportDto]: ImportReportDto[Key] };

/** What is known of a file while it is read. */
interface Run extends ImportOptions {
  readonly report: Report;
  readonly columns: Columns;
  readonly reader: RowReader;
  readonly foreseen: Foreseen;
  /** The rows behind the drafts that wait for their batch. */
  readonly waiting: { readonly draft: Draft; readonly row: FileRow }[];
  readonly refuse: (row: FileRow, detail: string, column: string | undefined) => void;
}

/** Takes tickets over from elsewhere. */
@Injectable()
export class Imports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly keys: InstallationKeys,
  ) {}

  /**
   * Reads a file and makes a ticket of each of its rows that is none yet. What is committed stays, whatever happens
   * after it: the same file can be imported again.
   *
   * @throws Problem where the file or its columns cannot be read, or it is too large
   */
  async importTickets(file: AsyncIterable<Buffer>, options: ImportOptions): Promise<ImportReportDto> {
    const rows = readRows(file);
    const header = await rows.next();
    if (header.done) throw new Problem('malformed_request', 'The file is empty.');
    if (header.value.fault) throw new Problem('malformed_request', `Its first line: ${header.value.fault}`);
    const run = await this.begin(options, header.value.cells);
    for await (const row of rows) {
      this.take(run, row);
      if (run.waiting.length >= BATCH) await this.flush(run);
    }
    await this.flush(run);
    if (run.report.created > 0 && !options.dryRun) await this.conclude(run);
    return run.report;
  }

  private async conclude({ origin, report }: Run): Promise<void> {
    const { importId, created, skipped, failed } = report;
    await this.unitOfWork.run(origin, (transaction) =>
      transaction.record(ticketsImported(this.keys.installationId, { importId, created, skipped, failed })),
    );
    // Lists are planned by what the database knows of the tables, and it would look at them only by and by.
    if (created > BATCH) await this.dataSource.query('ANALYZE tickets, comments, users');
  }

  private async begin(options: ImportOptions, header: readonly string[]): Promise<Run> {
    const columns = findColumns(options.map, header);
    const report = emptyReport(options.dryRun);
    return {
      ...options,
      report,
      columns,
      reader: new RowReader(columns, header.length, await this.words()),
      foreseen: { people: new Set(), categories: new Set() },
      waiting: [],
      refuse: (row, detail, column) => {
        report.failed += 1;
        if (report.problems.length < IMPORT_LIMITS.problems) {
          report.problems.push({ line: row.line, ...(column === undefined ? {} : { column }), detail });
        }
        options.onBadRow?.(row, detail, header);
      },
    };
  }

  private async words(): Promise<Words> {
    const { manager } = this.dataSource;
    const statuses = new Map<string, StatusCode>(STATUSES.map(({ code, label }) => [label.toLowerCase(), code]));
    for (const { code, labelOverride } of await manager.find(Status)) {
      statuses.set(code, code);
      if (labelOverride !== null) statuses.set(labelOverride.toLowerCase(), code);
    }
    const { timeZone } = await readInstallationSettings(manager);
    return { statuses, timeZone };
  }

  private take({ report, reader, waiting, refuse }: Run, row: FileRow): void {
    report.rows += 1;
    try {
      waiting.push({ row, draft: reader.read(row, this.clock.now()) });
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      refuse(row, error.detail, error.column);
    }
  }

  private async flush(run: Run): Promise<void> {
    const waiting = run.waiting.splice(0);
    const drafts = waiting.map(({ draft }) => draft);
    const { plan, created } = await this.importBatch(run, drafts);
    for (const { draft, field, detail } of plan.refused) {
      const row = waiting.find((each) => each.draft === draft)?.row;
      if (row) run.refuse(row, detail, run.columns.get(field)?.name);
    }
    const { report, foreseen } = run;
    report.created += created;
    report.skipped += plan.skipped + plan.drafts.length - created;
    for (const { email } of plan.newPeople) foreseen.people.add(email);
    report.peopleCreated = foreseen.people.size;
    for (const name of plan.newCategories) {
      if (foreseen.categories.has(name.toLowerCase())) continue;
      foreseen.categories.add(name.toLowerCase());
      report.categoriesCreated.push(name);
    }
    run.onProgress?.(report.rows);
  }

  /** Two imports take turns by batches, so that they meet neither on rows nor on people. */
  private async importBatch(run: Run, drafts: readonly Draft[]): Promise<{ plan: Plan; created: number }> {
    const { origin, requester, foreseen, report, importerId, dryRun } = run;
    if (dryRun) {
      const plan = await planBatch(this.dataSource.manager, drafts, requester, foreseen);
      return { plan, created: plan.drafts.length };
    }
    const importer: Importer = { importId: report.importId, personId: importerId, fallback: requester };
    return this.unitOfWork.run(origin, async (transaction) => {
      await transaction.manager.query('SELECT pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
      const plan = await planBatch(transaction.manager, drafts, requester, foreseen);
      return { plan, created: await writeBatch(transaction, plan, importer) };
    });
  }
}

function emptyReport(dryRun: boolean): Report {
  const counts = { rows: 0, created: 0, skipped: 0, failed: 0, peopleCreated: 0 };
  return { importId: newId(), dryRun, ...counts, categoriesCreated: [], problems: [] };
}
