import { describe, expect, it } from '@jest/globals';
import { aComment, anEntry } from '../../../testing/tickets';
import { timelineOf } from './timeline';

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

describe('the timeline', () => {
  it('puts what a reply brought about after the reply', () => {
    const comment = aComment({ id: 'c', createdAt: at(10) });
    const moved = anEntry({
      id: 'm',
      at: at(10),
      kind: 'ticket.status_changed',
      payload: { from: 'waiting_requester', to: 'in_progress', automatic: true },
    });
    const entries = timelineOf({ items: [comment], hasMore: false }, { items: [moved], hasMore: false }, 'requester');
    expect(entries.map(({ id }) => id)).toEqual(['c', 'm']);
    expect(entries[1]).toMatchObject({ words: 'Status: Waiting for you → In progress' });
  });

  it('shows nothing that would have holes before it', () => {
    const comments = [aComment({ id: 'one', createdAt: at(9) }), aComment({ id: 'two', createdAt: at(10) })];
    const entries = timelineOf(
      { items: comments, hasMore: true },
      { items: [anEntry({ id: 'early', at: at(8) }), anEntry({ id: 'late', at: at(12) })], hasMore: false },
      'staff',
    );
    expect(entries.map(({ id }) => id)).toEqual(['early', 'one', 'two']);
  });

  it('shows the reason of a rest, and no line for what the comment says itself', () => {
    const held = anEntry({
      kind: 'ticket.status_changed',
      payload: { from: 'in_progress', to: 'on_hold', automatic: false, reason: 'Spare part on Thursday.' },
    });
    const added = anEntry({ id: 'x', kind: 'comment.added', payload: { commentId: 'c', internal: false } });
    const entries = timelineOf({ items: [], hasMore: false }, { items: [held, added], hasMore: false }, 'staff');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ words: 'Liam Novak put this on hold', reason: 'Spare part on Thursday.' });
  });
});
