import { describe, expect, it } from '@jest/globals';
import {
  type ActorFacts,
  mayAssign,
  mayChangeStatus,
  mayNote,
  mayReply,
  maySee,
  maySeeInternal,
  standingOn,
  nextStatuses,
  STATUS_CODES,
  statusAfterAssigning,
  statusAfterReply,
  type StatusCode,
  type TicketFacts,
  type Verdict,
} from './index.js';

const FINAL: readonly StatusCode[] = ['closed', 'cancelled'];

/** Everybody who can stand before a ticket: each role on his own ticket and on that of somebody else. */
const ACTORS = {
  'its requester': { id: 'emma', role: 'employee' },
  'another employee': { id: 'jonas', role: 'employee' },
  'an agent': { id: 'liam', role: 'agent' },
  'an admin': { id: 'ada', role: 'admin' },
  'an agent on his own ticket': { id: 'emma', role: 'agent' },
  'an admin on his own ticket': { id: 'emma', role: 'admin' },
} as const satisfies Record<string, ActorFacts>;

type Standing = keyof typeof ACTORS;
const STANDINGS = Object.keys(ACTORS) as Standing[];
const REQUESTERS: readonly Standing[] = ['its requester', 'an agent on his own ticket', 'an admin on his own ticket'];
const WORKERS: readonly Standing[] = ['an agent', 'an admin'];
const STRANGERS: readonly Standing[] = ['another employee'];

function ticket(status: StatusCode): TicketFacts {
  return { requesterId: 'emma', status, watching: false, answered: false, deleted: false };
}

/** What the requester may choose in each status; all other moves of the table are for staff. */
const CHOICES: Record<StatusCode, { requester: StatusCode[]; staff: StatusCode[] }> = {
  submitted: {
    requester: ['cancelled'],
    staff: ['in_progress', 'waiting_requester', 'on_hold', 'resolved', 'cancelled'],
  },
  in_progress: { requester: ['cancelled'], staff: ['waiting_requester', 'on_hold', 'resolved', 'cancelled'] },
  waiting_requester: { requester: ['cancelled'], staff: ['in_progress', 'on_hold', 'resolved', 'cancelled'] },
  on_hold: { requester: ['cancelled'], staff: ['in_progress', 'waiting_requester', 'resolved', 'cancelled'] },
  resolved: { requester: ['in_progress', 'closed'], staff: ['in_progress', 'closed'] },
  closed: { requester: [], staff: [] },
  cancelled: { requester: [], staff: [] },
};

function choicesOf(standing: Standing, status: StatusCode): StatusCode[] {
  if (STRANGERS.includes(standing)) return [];
  return REQUESTERS.includes(standing) ? CHOICES[status].requester : CHOICES[status].staff;
}

const SITUATIONS = STANDINGS.flatMap((standing) => STATUS_CODES.map((status) => [standing, status] as const));

describe('A ticket', () => {
  it.each(STANDINGS)('is seen by %s exactly as the table of roles says', (standing) => {
    for (const status of STATUS_CODES) {
      expect(maySee(ACTORS[standing], ticket(status))).toBe(!STRANGERS.includes(standing));
    }
  });

  it('shows its internal notes to agents and admins, on their own tickets too, and to no employee', () => {
    expect(STANDINGS.filter((standing) => maySeeInternal(ACTORS[standing]))).toEqual([
      'an agent',
      'an admin',
      'an agent on his own ticket',
      'an admin on his own ticket',
    ]);
  });

  it('has one requester, whatever his role; other agents and admins are staff, other employees nobody', () => {
    const movers = STANDINGS.map((standing) => standingOn(ACTORS[standing], ticket('submitted')));
    expect(movers).toEqual(['requester', null, 'staff', 'staff', 'requester', 'requester']);
  });
});

describe('Changing the status', () => {
  it.each(SITUATIONS)('is offered to %s on a ticket that is %s by the table', (standing, status) => {
    expect(nextStatuses(ACTORS[standing], ticket(status)).sort()).toEqual([...choicesOf(standing, status)].sort());
  });

  it.each(SITUATIONS)(
    'by %s on a ticket that is %s is forbidden where others may, a conflict where nobody may',
    (standing, status) => {
      for (const to of STATUS_CODES) {
        const anybody = [...CHOICES[status].requester, ...CHOICES[status].staff].includes(to);
        const verdict: Verdict = choicesOf(standing, status).includes(to) ? 'yes' : anybody ? 'forbidden' : 'conflict';
        expect([to, mayChangeStatus(ACTORS[standing], ticket(status), to)]).toEqual([to, verdict]);
      }
    },
  );
});

describe('Working on a ticket', () => {
  it.each(SITUATIONS)('as %s while it is %s: assigning is for staff until it is final', (standing, status) => {
    const verdict = FINAL.includes(status) ? 'conflict' : WORKERS.includes(standing) ? 'yes' : 'forbidden';
    expect(mayAssign(ACTORS[standing], ticket(status))).toBe(verdict);
  });

  it.each(SITUATIONS)('as %s while it is %s: replying is for whoever sees it until it is final', (standing, status) => {
    const verdict = FINAL.includes(status) ? 'conflict' : STRANGERS.includes(standing) ? 'forbidden' : 'yes';
    expect(mayReply(ACTORS[standing], ticket(status))).toBe(verdict);
  });

  it.each(SITUATIONS)('as %s while it is %s: notes are for staff in every status', (standing, status) => {
    expect(mayNote(ACTORS[standing], ticket(status))).toBe(WORKERS.includes(standing) ? 'yes' : 'forbidden');
  });
});

describe('What moves by itself', () => {
  it('is a submitted ticket, to in progress, when staff answer or somebody is assigned', () => {
    expect(STATUS_CODES.map((status) => statusAfterReply('staff', status))).toEqual(
      STATUS_CODES.map((status) => (status === 'submitted' ? 'in_progress' : null)),
    );
    expect(STATUS_CODES.map(statusAfterAssigning)).toEqual(
      STATUS_CODES.map((status) => (status === 'submitted' ? 'in_progress' : null)),
    );
  });

  it('is a ticket that waits for the requester or is resolved, to in progress, when the requester answers', () => {
    const moved = STATUS_CODES.filter((status) => statusAfterReply('requester', status) === 'in_progress');
    expect(moved).toEqual(['waiting_requester', 'resolved']);
  });
});
