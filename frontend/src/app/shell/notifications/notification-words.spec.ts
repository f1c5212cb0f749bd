import { describe, expect, it } from '@jest/globals';
import { anEntry, aTicketSummary } from '../../../testing/tickets';
import { notificationWords } from './notification-words';

const LIAM = anEntry().actor?.id;
const NORA = '0192f0c1-0000-7000-8000-0000000000b7';

describe('what is new, in words', () => {
  it.each([
    ['You kept this for later', null],
    ['Liam Novak replied', anEntry({ kind: 'comment.added', payload: { internal: false } })],
    ['Liam Novak wrote an internal note', anEntry({ kind: 'comment.added', payload: { internal: true } })],
    ['Liam Novak mentioned you', anEntry({ kind: 'comment.added', payload: { internal: true, mentionIds: [NORA] } })],
    ['Status is now Resolved', anEntry({ kind: 'ticket.status_changed', payload: { to: 'resolved' } })],
    ['Liam Novak assigned this to you', anEntry({ payload: { from: null, to: { id: NORA, name: 'Nora Berg' } } })],
    ['Liam Novak changed who has this', anEntry({ payload: { from: null, to: { id: LIAM, name: 'Liam Novak' } } })],
  ])('%s', (words, last) => {
    expect(notificationWords({ ticket: aTicketSummary(), last }, NORA)).toBe(words);
  });
});
