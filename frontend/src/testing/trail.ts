import type { components } from '@deskhand/shared/api';

/** An entry of the trail: somebody replied to a ticket. */
export function anEntry(
  facts: Partial<components['schemas']['TrailEntryDto']> = {},
): components['schemas']['TrailEntryDto'] {
  return {
    id: '0192f0c1-0000-7000-8000-0000000000e1',
    at: '2026-11-20T08:30:00.000Z',
    actor: { id: '0192f0c1-0000-7000-8000-000000000001', name: 'Liam Novak' },
    kind: 'comment.added',
    payload: { commentId: '0192f0c1-0000-7000-8000-0000000000c1', internal: false, mentionIds: [] },
    public: true,
    subject: { type: 'ticket', id: '0192f0c1-0000-7000-8000-0000000000a1', number: 1042, name: 'Printer jams' },
    requestId: '0192f0c1-0000-7000-8000-0000000000d1',
    bulkId: null,
    ...facts,
  };
}
