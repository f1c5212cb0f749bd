import type { Activity, Comment, Ticket, TicketSummary } from '../app/tickets/model/ticket';

const EMMA = { id: '0192f0c1-0000-7000-8000-0000000000e1', name: 'Emma Thompson' };

/** A ticket of Emma that nobody has yet. */
export function aTicket(facts: Partial<Ticket> = {}): Ticket {
  return {
    ...aTicketSummary(),
    description: 'Every second page since Monday.',
    creator: EMMA,
    statusReason: null,
    firstReplyAt: null,
    resolvedAt: null,
    closedAt: null,
    watching: false,
    follows: null,
    followedBy: [],
    attachments: [],
    ...facts,
  };
}

export function aTicketSummary(facts: Partial<TicketSummary> = {}): TicketSummary {
  return {
    id: '0192f0c1-0000-7000-8000-00000000001a',
    number: 1042,
    subject: 'Printer on floor 3 jams',
    status: 'submitted',
    phase: 'new',
    priority: 'normal',
    category: null,
    requester: EMMA,
    assignee: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    updatedAt: '2026-03-02T09:00:00.000Z',
    deletedAt: null,
    turn: 'staff',
    unread: false,
    excerpt: null,
    version: 3,
    ...facts,
  };
}

export function aComment(facts: Partial<Comment> = {}): Comment {
  return {
    id: '0192f0c1-0000-7000-8000-00000000002a',
    author: { id: '0192f0c1-0000-7000-8000-000000000001', name: 'Liam Novak', role: 'agent' },
    body: 'Which floor is it?',
    internal: false,
    fromRequester: false,
    mentions: [],
    attachments: [],
    createdAt: '2026-03-02T10:00:00.000Z',
    editedAt: null,
    redactedAt: null,
    ...facts,
  };
}

export function anEntry(facts: Partial<Activity> = {}): Activity {
  return {
    id: '0192f0c1-0000-7000-8000-00000000003a',
    at: '2026-03-02T10:00:00.000Z',
    actor: { id: '0192f0c1-0000-7000-8000-000000000001', name: 'Liam Novak' },
    kind: 'ticket.assigned',
    payload: { from: null, to: { id: '0192f0c1-0000-7000-8000-000000000001', name: 'Liam Novak' } },
    public: true,
    ...facts,
  };
}

/** The only page of a list. */
export function onePage(items: readonly object[]): object {
  return { items, nextCursor: null, previousCursor: null, total: { value: items.length, relation: 'eq' } };
}
