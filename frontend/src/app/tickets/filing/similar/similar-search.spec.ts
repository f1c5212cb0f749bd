import { describe, expect, it } from '@jest/globals';
import { mostSimilarFirst, similarSearches } from './similar-search';

describe('what is searched for while a subject is typed', () => {
  it.each([
    ['', []],
    ['My PC', []],
    ['Please help, it does not work', []],
    ['Printer', ['printer']],
    ['Printer on floor 3 jams', ['printer floor jams', 'printer floor', 'printer']],
    ['VPN auf dem Laptop geht nicht', ['laptop']],
    ['Ünsere Drucker: Drucker streiken', ['ünsere drucker streiken', 'drucker streiken', 'streiken']],
    ['Wifi slow', ['wifi slow']],
  ])('for “%s” it is %j', (subject, searches) => {
    expect(similarSearches(subject)).toEqual(searches);
  });

  it('never asks for more than a few words', () => {
    const subject = 'alpha bravo charlie delta echoes foxtrot golfing hotels india juliett';
    expect(similarSearches(subject)[0]?.split(' ')).toHaveLength(6);
  });
});

describe('what is found', () => {
  it('stands in order: open before done, and more words in common before fewer', () => {
    const tickets = [
      { subject: 'Printer jams on floor 3', phase: 'done' },
      { subject: 'Printer is out of paper', phase: 'new' },
      { subject: 'The printer jams', phase: 'waiting' },
    ];
    expect(mostSimilarFirst(tickets, 'Printer on floor 3 jams').map(({ phase }) => phase)).toEqual([
      'waiting',
      'new',
      'done',
    ]);
  });
});
