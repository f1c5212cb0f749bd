/** A status belongs to a phase, and the phase carries the behaviour: `waiting` pauses clocks, `done` ends them. */
export const PHASES = ['new', 'active', 'waiting', 'done'] as const;
export type Phase = (typeof PHASES)[number];

export const STATUS_CODES = [
  'submitted',
  'in_progress',
  'waiting_requester',
  'on_hold',
  'resolved',
  'closed',
  'cancelled',
] as const;
export type StatusCode = (typeof STATUS_CODES)[number];

export interface StatusDefinition {
  readonly code: StatusCode;
  readonly phase: Phase;
  /** What the requester reads, unless an admin has overridden it. */
  readonly label: string;
}

/** The statuses in the order in which they are listed. */
export const STATUSES: readonly StatusDefinition[] = [
  { code: 'submitted', phase: 'new', label: 'Submitted' },
  { code: 'in_progress', phase: 'active', label: 'In progress' },
  { code: 'waiting_requester', phase: 'waiting', label: 'Waiting for you' },
  { code: 'on_hold', phase: 'waiting', label: 'On hold' },
  { code: 'resolved', phase: 'done', label: 'Resolved' },
  { code: 'closed', phase: 'done', label: 'Closed' },
  { code: 'cancelled', phase: 'done', label: 'Cancelled' },
];

const PHASE_BY_STATUS = Object.fromEntries(STATUSES.map(({ code, phase }) => [code, phase])) as Record<
  StatusCode,
  Phase
>;

export function phaseOf(status: StatusCode): Phase {
  return PHASE_BY_STATUS[status];
}

/** Who may make a transition: the ticket's requester, staff (agents who are not its requester), or the clock. */
export type Mover = 'requester' | 'staff' | 'timer';

export interface Transition {
  readonly from: StatusCode;
  readonly to: StatusCode;
  readonly by: readonly Mover[];
}

const STAFF: readonly Mover[] = ['staff'];
const BOTH: readonly Mover[] = ['requester', 'staff'];

/** Every allowed change of status. What is not here, nobody may do. `submitted` is never entered again. */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'submitted', to: 'in_progress', by: STAFF },
  { from: 'submitted', to: 'waiting_requester', by: STAFF },
  { from: 'submitted', to: 'on_hold', by: STAFF },
  { from: 'submitted', to: 'resolved', by: STAFF },
  { from: 'submitted', to: 'cancelled', by: BOTH },
  { from: 'in_progress', to: 'waiting_requester', by: STAFF },
  { from: 'in_progress', to: 'on_hold', by: STAFF },
  { from: 'in_progress', to: 'resolved', by: STAFF },
  { from: 'in_progress', to: 'cancelled', by: BOTH },
  { from: 'waiting_requester', to: 'in_progress', by: STAFF },
  { from: 'waiting_requester', to: 'on_hold', by: STAFF },
  { from: 'waiting_requester', to: 'resolved', by: STAFF },
  { from: 'waiting_requester', to: 'cancelled', by: BOTH },
  { from: 'on_hold', to: 'in_progress', by: STAFF },
  { from: 'on_hold', to: 'waiting_requester', by: STAFF },
  { from: 'on_hold', to: 'resolved', by: STAFF },
  { from: 'on_hold', to: 'cancelled', by: BOTH },
  { from: 'resolved', to: 'in_progress', by: BOTH },
  { from: 'resolved', to: 'closed', by: ['requester', 'staff', 'timer'] },
];

/** What a call that names this status must say besides: a reply to the requester, or a reason that he reads. */
export function statusNeeds(status: StatusCode): 'comment' | 'reason' | null {
  if (status === 'waiting_requester') return 'comment';
  return status === 'on_hold' ? 'reason' : null;
}

/** `closed` and `cancelled` tickets take internal notes, redaction and deletion, and nothing else. */
export function isFinal(status: StatusCode): boolean {
  return status === 'closed' || status === 'cancelled';
}
