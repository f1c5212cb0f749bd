import { describe, expect, it } from '@jest/globals';
import { actionOffers, offersFor } from './offers';

describe('what the palette offers', () => {
  it('is what can be done with the ticket first, and nothing that one has under the finger', () => {
    const offers = actionOffers(['palette', 'new-ticket', 'page.queue', 'list.next', 'list.select-all', 'ticket.take']);
    expect(offers.map(({ id }) => id)).toEqual(['ticket.take', 'list.select-all', 'new-ticket']);
    expect(offers[0]).toMatchObject({ keys: 'i', label: 'Take it' });
  });

  it('is found by beginnings of its words, in any order, case and accents aside', () => {
    const offers = actionOffers(['ticket.status', 'ticket.priority', 'ticket.note']);
    expect(offersFor(offers, 'chang').map(({ id }) => id)).toEqual(['ticket.status', 'ticket.priority']);
    expect(offersFor(offers, 'STÄT change').map(({ id }) => id)).toEqual(['ticket.status']);
    expect(offersFor(offers, 'hange')).toEqual([]);
    expect(offersFor(offers, '  ')).toHaveLength(3);
  });
});
