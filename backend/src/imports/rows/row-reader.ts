import { createHash } from 'node:crypto';
import { LIMITS, phaseOf, PRIORITIES, type StatusCode, STATUSES } from '@deskhand/shared';
import { isId, newId } from '../../platform/ids.js';
import type { Columns } from '../file/columns.js';
import { type FileRow, textOf } from '../file/import-rows.js';
import { BadCell } from './bad-cell.js';
import { Cells } from './cells.js';
import { readComments } from './comments-cell.js';
import type { Draft, NamedPerson } from './draft.js';
import { firstWords } from './first-words.js';

/** What the installation says that a file may say too. */
export interface Words {
  /** Codes and labels of the statuses, in lower case. */
  readonly statuses: ReadonlyMap<string, StatusCode>;
  readonly timeZone: string;
}

type Times = Pick<Draft, 'createdAt' | 'updatedAt' | 'resolvedAt' | 'closedAt'>;

const RANKS = new Map(PRIORITIES.map((priority, rank) => [priority as string, rank]));
const LABELS = STATUSES.map(({ label }) => label).join(', ');
const NORMAL = PRIORITIES.indexOf('normal');
/** Bytes of a row's digest that are remembered to count equal rows: enough for half a million. */
const REMEMBERED = 16;

/** Turns the rows of one file into drafts of tickets. */
export class RowReader {
  /** How often each row has been met, by the beginning of its digest. The limit of rows bounds it. */
  private readonly met = new Map<string, number>();

  constructor(
    private readonly columns: Columns,
    private readonly width: number,
    private readonly words: Words,
  ) {}

  /** @throws BadCell */
  read(row: FileRow, now: Date): Draft {
    if (row.fault !== null) throw new BadCell(row.fault);
    if (row.cells.length !== this.width) {
      throw new BadCell(`There are ${row.cells.length} cells where the first line has ${this.width}.`);
    }
    const content = this.contentOf(row);
    const cells = new Cells(row.cells, this.columns, this.words.timeZone, now);
    const id = cells.text('id').toLowerCase();
    // Equal rows are real tickets; the same id is the same ticket.
    const occurrence = this.occurrenceOf(id === '' ? content : `id ${id}`);
    const digest = id === '' ? sha256(`${content}\n${occurrence}`) : sha256(`id ${id}`);
    const status = cells.choice('status', this.words.statuses, LABELS) ?? 'submitted';
    const times = readTimes(cells, status);
    const comments = readComments(cells, times.createdAt);
    const lastComment = comments.reduce((last, { at }) => (at > last ? at : last), times.createdAt);
    return {
      line: row.line,
      digest: digest.toString('hex'),
      id: isId(id) ? id : newId(),
      isRepeated: id !== '' && occurrence > 1,
      ...readTexts(cells),
      status,
      priority: cells.choice('priority', RANKS, PRIORITIES.join(', ')) ?? NORMAL,
      category: readCategory(cells),
      ...readPeople(cells),
      ...times,
      updatedAt: cells.text('updatedAt') === '' && lastComment > times.updatedAt ? lastComment : times.updatedAt,
      comments,
    };
  }

  private occurrenceOf(content: string): number {
    const key = sha256(content).toString('latin1', 0, REMEMBERED);
    const occurrence = (this.met.get(key) ?? 0) + 1;
    this.met.set(key, occurrence);
    return occurrence;
  }

  /** By the fields' names, so that other columns and their order make no difference. */
  private contentOf({ cells }: FileRow): string {
    return JSON.stringify([...this.columns].map(([field, { at }]) => [field, textOf(cells[at] ?? '')]));
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function readTexts(cells: Cells): Pick<Draft, 'subject' | 'description'> {
  const [subject, description] = [cells.text('subject').replace(/\s+/g, ' '), cells.text('description')];
  const field = subject === '' ? 'description' : 'subject';
  return {
    subject: cells.sized(field, subject || firstWords(description), LIMITS.subject),
    description: cells.sized('description', description || subject, LIMITS.description),
  };
}

function readCategory(cells: Cells): string | null {
  const category = cells.text('category').replace(/\s+/g, ' ');
  return category === '' ? null : cells.sized('category', category, LIMITS.category.name);
}

function readPeople(cells: Cells): { requester: NamedPerson | null; assignee: string | null } {
  const [requester, assignee] = [cells.text('requester'), cells.text('assignee')];
  return {
    requester: requester === '' ? null : cells.person('requester', requester, cells.text('requesterName')),
    assignee: assignee === '' ? null : cells.email('assignee', assignee),
  };
}

/** What is done was done at some time: the best that the row knows. Nothing ends before it begins. */
function readTimes(cells: Cells, status: StatusCode): Times {
  const createdAt = cells.time('createdAt') ?? cells.now;
  const sinceThen = (time: Date | null): Date | null => (time && time < createdAt ? createdAt : time);
  const [resolved, closed] = [sinceThen(cells.time('resolvedAt')), sinceThen(cells.time('closedAt'))];
  const changed = sinceThen(cells.time('updatedAt'));
  if (phaseOf(status) !== 'done')
    return { createdAt, updatedAt: changed ?? createdAt, resolvedAt: null, closedAt: null };
  const closedAt = status === 'resolved' ? null : (closed ?? changed ?? resolved ?? createdAt);
  const resolvedAt = status === 'cancelled' ? null : (resolved ?? closedAt ?? changed ?? createdAt);
  return { createdAt, updatedAt: changed ?? closedAt ?? resolvedAt ?? createdAt, resolvedAt, closedAt };
}
