import { describe, expect, it } from '@jest/globals';
import {
  type ActorFacts,
  type CommentFacts,
  mayAssign,
  mayChangeStatus,
  mayChangeWatchers,
  mayDelete,
  mayEdit,
  mayEditComment,
  mayNote,
  mayRedact,
  mayReply,
  mayRestoreOrPurge,
  maySee,
  maySeeInternal,
  maySetPriority,
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
  'a watcher': { id: 'wanda', role: 'employee' },
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

/** A ticket of Emma's, as that person sees it. */
function ticket(status: StatusCode, standing: Standing, more: Partial<TicketFacts> = {}): TicketFacts {
  const watching = standing === 'a watcher';
  return { requesterId: 'emma', status, watching, answered: false, deleted: false, ...more };
}

const may = (verdict: boolean, conflict: boolean): Verdict => (conflict ? 'conflict' : verdict ? 'yes' : 'forbidden');

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
  if (STRANGERS.includes(standing) || standing === 'a watcher') return [];
  return REQUESTERS.includes(standing) ? CHOICES[status].requester : CHOICES[status].staff;
}

const SITUATIONS = STANDINGS.flatMap((standing) => STATUS_CODES.map((status) => [standing, status] as const));

describe('A ticket', () => {
  it.each(STANDINGS)('is seen by %s exactly as the table of roles says', (standing) => {
    for (const status of STATUS_CODES) {
      expect(maySee(ACTORS[standing], ticket(status, standing))).toBe(!STRANGERS.includes(standing));
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

  it('lies in the bin for admins only, and nothing changes there but that it is restored or purged', () => {
    for (const standing of STANDINGS) {
      const actor = ACTORS[standing];
      const isAdmin = actor.role === 'admin';
      for (const status of STATUS_CODES) {
        const deleted = ticket(status, standing, { deleted: true });
        expect(maySee(actor, deleted)).toBe(isAdmin);
        const rules = [mayAssign, mayEdit, maySetPriority, mayDelete, mayReply, mayNote];
        expect(rules.map((rule) => rule(actor, deleted))).toEqual(rules.map(() => 'conflict'));
        expect(STATUS_CODES.map((to) => mayChangeStatus(actor, deleted, to))).toEqual(
          STATUS_CODES.map(() => 'conflict'),
        );
        expect(mayChangeWatchers(actor, deleted, { leaving: true })).toBe('conflict');
        expect(mayRestoreOrPurge(actor, deleted)).toBe(may(isAdmin, false));
        expect(mayRestoreOrPurge(actor, ticket(status, standing))).toBe('conflict');
      }
    }
  });

  it('has one requester, whatever his role; other agents and admins are staff, other employees nobody', () => {
    const standings = STANDINGS.map((standing) => standingOn(ACTORS[standing], ticket('submitted', standing)));
    expect(standings).toEqual(['requester', null, 'watcher', 'staff', 'staff', 'requester', 'requester']);
  });
});

describe('Changing the status', () => {
  it.each(SITUATIONS)('is offered to %s on a ticket that is %s by the table', (standing, status) => {
    expect(nextStatuses(ACTORS[standing], ticket(status, standing)).sort()).toEqual(
      [...choicesOf(standing, status)].sort(),
    );
  });

  it.each(SITUATIONS)(
    'by %s on a ticket that is %s is forbidden where others may, a conflict where nobody may',
    (standing, status) => {
      for (const to of STATUS_CODES) {
        const anybody = [...CHOICES[status].requester, ...CHOICES[status].staff].includes(to);
        const verdict: Verdict = choicesOf(standing, status).includes(to) ? 'yes' : anybody ? 'forbidden' : 'conflict';
        expect([to, mayChangeStatus(ACTORS[standing], ticket(status, standing), to)]).toEqual([to, verdict]);
      }
    },
  );
});

describe('Working on a ticket', () => {
  it.each(SITUATIONS)('as %s while it is %s: assigning is for staff until it is final', (standing, status) => {
    const verdict = FINAL.includes(status) ? 'conflict' : WORKERS.includes(standing) ? 'yes' : 'forbidden';
    expect(mayAssign(ACTORS[standing], ticket(status, standing))).toBe(verdict);
  });

  it.each(SITUATIONS)('as %s while it is %s: replying is for whoever sees it until it is final', (standing, status) => {
    const verdict = FINAL.includes(status) ? 'conflict' : STRANGERS.includes(standing) ? 'forbidden' : 'yes';
    expect(mayReply(ACTORS[standing], ticket(status, standing))).toBe(verdict);
  });

  it.each(SITUATIONS)('as %s while it is %s: notes are for staff in every status', (standing, status) => {
    expect(mayNote(ACTORS[standing], ticket(status, standing))).toBe(WORKERS.includes(standing) ? 'yes' : 'forbidden');
  });
});

describe('Editing a ticket', () => {
  it.each(SITUATIONS)(
    'as %s while it is %s: the requester until work begins, staff until it is final',
    (standing, status) => {
      const allowed = WORKERS.includes(standing) || (REQUESTERS.includes(standing) && status === 'submitted');
      expect(mayEdit(ACTORS[standing], ticket(status, standing))).toBe(may(allowed, FINAL.includes(status)));
    },
  );

  it.each(SITUATIONS)('as %s while it is %s: the priority is set by staff until it is final', (standing, status) => {
    const verdict = may(WORKERS.includes(standing), FINAL.includes(status));
    expect(maySetPriority(ACTORS[standing], ticket(status, standing))).toBe(verdict);
  });

  it.each(SITUATIONS)(
    'as %s while it is %s: deleting is for staff, and for the requester until work begins',
    (standing, status) => {
      for (const answered of [false, true]) {
        const isUntouched = status === 'submitted' && !answered;
        const allowed = WORKERS.includes(standing) || (REQUESTERS.includes(standing) && isUntouched);
        expect(mayDelete(ACTORS[standing], ticket(status, standing, { answered }))).toBe(may(allowed, false));
      }
    },
  );

  it.each(SITUATIONS)(
    'as %s while it is %s: watchers are changed by requester and staff; a watcher may leave',
    (standing, status) => {
      const isFinal = FINAL.includes(status);
      const allowed = WORKERS.includes(standing) || REQUESTERS.includes(standing);
      const change = (leaving: boolean): Verdict =>
        mayChangeWatchers(ACTORS[standing], ticket(status, standing), { leaving });
      expect(change(false)).toBe(may(allowed, isFinal));
      expect(change(true)).toBe(may(allowed || standing === 'a watcher', isFinal));
    },
  );
});

describe('A comment', () => {
  const REPLY: CommentFacts = { authorId: 'emma', internal: false, redacted: false, age: 0 };

  it.each(SITUATIONS)('is edited by its author only, here by %s while the ticket is %s', (standing, status) => {
    const actor = ACTORS[standing];
    const facts = ticket(status, standing);
    expect(mayEditComment(actor, facts, REPLY)).toBe(may(actor.id === 'emma', FINAL.includes(status)));
    expect(mayEditComment(actor, facts, { ...REPLY, authorId: actor.id, internal: true })).toBe('yes');
  });

  it('is edited within fifteen minutes, and not after it was erased', () => {
    const emma = ACTORS['its requester'];
    const facts = ticket('in_progress', 'its requester');
    const ages = [15 * 60_000, 15 * 60_000 + 1];
    expect(ages.map((age) => mayEditComment(emma, facts, { ...REPLY, age }))).toEqual(['yes', 'conflict']);
    expect(mayEditComment(emma, facts, { ...REPLY, redacted: true })).toBe('conflict');
    expect(mayEditComment(ACTORS['an agent'], facts, { ...REPLY, age: 15 * 60_000 + 1 })).toBe('conflict');
  });

  it.each(SITUATIONS)('is erased by admins at any time, here by %s while the ticket is %s', (standing, status) => {
    const actor = ACTORS[standing];
    const facts = ticket(status, standing);
    const old = { ...REPLY, age: Number.MAX_SAFE_INTEGER };
    expect(mayRedact(actor, facts, old)).toBe(may(actor.role === 'admin', false));
    expect(mayRedact(actor, facts, { ...old, redacted: true })).toBe('conflict');
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

  it('is a ticket that waits, when a watcher answers, who reopens nothing', () => {
    const moved = STATUS_CODES.filter((status) => statusAfterReply('watcher', status) === 'in_progress');
    expect(moved).toEqual(['waiting_requester']);
  });
});
