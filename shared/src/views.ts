import { isStaffRole, type Role } from './roles.js';
import { isFinal, type Phase, STATUS_CODES, type StatusCode } from './statuses.js';

/** What a table of tickets can show, in the order in which it shows it. The subject is always there. */
export const VIEW_COLUMNS = [
  'number',
  'priority',
  'subject',
  'status',
  'category',
  'requester',
  'assignee',
  'createdAt',
  'updatedAt',
] as const;
export type ViewColumn = (typeof VIEW_COLUMNS)[number];

/** What a table shows while nobody has chosen. */
export const DEFAULT_COLUMNS: readonly ViewColumn[] = VIEW_COLUMNS.filter((column) => column !== 'category');

/** The chosen columns in the order of the table, each once, and the subject. */
export function columnsInOrder(chosen: readonly string[]): ViewColumn[] {
  return VIEW_COLUMNS.filter((column) => column === 'subject' || chosen.includes(column));
}

export const STANDING_VIEW_IDS = [
  'my-open',
  'unassigned',
  'open',
  'waiting',
  'recently-resolved',
  'all',
  'mine',
  'watching',
] as const;
export type StandingViewId = (typeof STANDING_VIEW_IDS)[number];

/** A view that everybody of its audience has, and nobody can change. */
export interface StandingView {
  readonly id: StandingViewId;
  /** In English, for those who have no words of their own for it. */
  readonly name: string;
  readonly for: 'staff' | 'everybody';
  /** As the list takes them. `me` is whoever reads. */
  readonly filters: {
    readonly phase?: readonly Phase[];
    readonly status?: readonly StatusCode[];
    readonly assignee?: 'me' | 'none';
    readonly requester?: 'me';
    readonly watching?: true;
  };
  readonly sort: '-createdAt' | '-updatedAt';
}

const OPEN = ['new', 'active', 'waiting'] as const;
/** Its requester may still answer, confirm or reopen it. */
const NOT_FINAL = STATUS_CODES.filter((status) => !isFinal(status));
const NEWEST = '-createdAt';

/** In the order in which they stand. */
export const STANDING_VIEWS: readonly StandingView[] = [
  { id: 'my-open', name: 'My open', for: 'staff', filters: { assignee: 'me', phase: OPEN }, sort: NEWEST },
  { id: 'unassigned', name: 'Unassigned', for: 'staff', filters: { assignee: 'none', phase: OPEN }, sort: NEWEST },
  { id: 'open', name: 'All open', for: 'staff', filters: { phase: OPEN }, sort: NEWEST },
  { id: 'waiting', name: 'Waiting', for: 'staff', filters: { phase: ['waiting'] }, sort: NEWEST },
  {
    id: 'recently-resolved',
    name: 'Recently resolved',
    for: 'staff',
    filters: { status: ['resolved'] },
    sort: '-updatedAt',
  },
  { id: 'all', name: 'All', for: 'staff', filters: {}, sort: NEWEST },
  {
    id: 'mine',
    name: 'Mine',
    for: 'everybody',
    filters: { requester: 'me', status: NOT_FINAL },
    sort: '-updatedAt',
  },
  {
    id: 'watching',
    name: 'Watching',
    for: 'everybody',
    filters: { watching: true, status: NOT_FINAL },
    sort: '-updatedAt',
  },
];

export function standingViewsFor(role: Role): StandingView[] {
  return STANDING_VIEWS.filter((view) => view.for === 'everybody' || isStaffRole(role));
}

/** How far the tickets of a view are counted; beyond it stands "1,000+". */
export const VIEW_COUNT_LIMIT = 1_000;

/** Milliseconds between two counts of the same views. */
export const VIEW_COUNT_INTERVAL = 10_000;
