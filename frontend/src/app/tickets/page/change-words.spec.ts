import { describe, expect, it } from '@jest/globals';
import { anEntry } from '../../../testing/tickets';
import type { Activity } from '../model/ticket';
import { activityWords } from './activity-words';

function wordsOf(facts: Partial<Activity>): string | undefined {
  return activityWords(anEntry(facts), 'staff')?.words;
}

describe('the trail in words', () => {
  it.each<[string, Partial<Activity>]>([
    [
      'Liam Novak edited the subject, description',
      { kind: 'ticket.edited', payload: { fields: ['subject', 'description'] } },
    ],
    [
      'Liam Novak changed the priority from Low to Urgent',
      { kind: 'ticket.priority_changed', payload: { from: 'low', to: 'urgent' } },
    ],
    [
      'Liam Novak changed the category from none to “Hardware”',
      { kind: 'ticket.category_changed', payload: { from: null, to: { id: 'c', name: 'Hardware' } } },
    ],
    [
      'Liam Novak undid the last change: status, assignee',
      { kind: 'ticket.change_undone', payload: { fields: ['status', 'assigneeId', 'resolvedAt'] } },
    ],
    ['Liam Novak took this out of the bin again', { kind: 'ticket.change_undone', payload: { fields: ['deletedAt'] } }],
    ['Liam Novak put this into the bin', { kind: 'ticket.deleted', payload: {} }],
    ['Liam Novak took this out of the bin', { kind: 'ticket.restored', payload: {} }],
    ['Liam Novak imported this from elsewhere', { kind: 'ticket.imported', payload: {} }],
    [
      'Liam Novak added Nora Berg as a watcher',
      { kind: 'watcher.added', payload: { watcher: { id: 'n', name: 'Nora Berg' } } },
    ],
    [
      'Liam Novak stopped watching this',
      { kind: 'watcher.removed', payload: { watcher: { id: anEntry().actor?.id, name: 'Liam Novak' } } },
    ],
    ['Liam Novak added a watcher', { kind: 'watcher.added', payload: { watcher: null } }],
    ['Liam Novak removed a watcher', { kind: 'watcher.removed', payload: {} }],
    [
      'Deskhand closed this, since nobody came back to it after it was resolved',
      {
        kind: 'ticket.status_changed',
        actor: null,
        payload: { from: 'resolved', to: 'closed', automatic: true },
      },
    ],
  ])('%s', (words, facts) => {
    expect(wordsOf(facts)).toBe(words);
  });

  it('keeps what a text was before, where the server tells it', () => {
    const payload = { fields: ['subject'], before: { subject: 'Help' } };
    const words = activityWords(anEntry({ kind: 'ticket.edited', payload }), 'staff');
    expect(words?.earlier).toEqual([{ field: 'subject', text: 'Help' }]);
  });
});
