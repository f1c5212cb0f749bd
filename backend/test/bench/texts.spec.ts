import { describe, expect, it } from '@jest/globals';
import { searchesIn } from '../../src/bench/texts/given-words.js';
import { GivenTexts, ModelTexts, type TicketTexts, withOnceWord } from '../../src/bench/texts/texts.js';
import { ONCE, SEARCHES, TOPICS } from '../../src/bench/texts/vocabulary.js';
import { Random } from '../../src/demo/random.js';

const TICKETS = 3_000;

const wordsOf = ({ subject, description, comments }: TicketTexts): Set<string> =>
  new Set(
    [subject, description, ...comments]
      .join(' ')
      .toLowerCase()
      .match(/[\w'-]+/g),
  );

describe('The word model', () => {
  const texts = new ModelTexts(new Random(7));
  const tickets = Array.from({ length: TICKETS }, () => texts.next()).map((ticket) => ({
    ticket,
    words: wordsOf(ticket),
  }));
  const shareOf = (word: string): number => tickets.filter(({ words }) => words.has(word)).length / TICKETS;

  it('has words of every frequency, from most tickets to hardly any', () => {
    expect(shareOf('the')).toBeGreaterThan(0.9);
    expect(shareOf(SEARCHES.common)).toBeGreaterThan(0.2);
    expect(shareOf('password')).toBeGreaterThan(0.02);
    expect(shareOf('printer')).toBeGreaterThan(0.01);
    const frequencies = new Map<string, number>();
    for (const { words } of tickets) for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
    const rare = [...frequencies.values()].filter((count) => count <= 3).length;
    expect(rare / frequencies.size).toBeGreaterThan(0.3);
  });

  it('has two frequent words that no ticket has both of', () => {
    const [one, other] = SEARCHES.neverTogether;
    expect(shareOf(one)).toBeGreaterThan(0.03);
    expect(shareOf(other)).toBeGreaterThan(0.03);
    expect(tickets.filter(({ words }) => words.has(one) && words.has(other))).toEqual([]);
  });

  it('writes what a ticket can hold, of topics that are categories', () => {
    for (const { ticket } of tickets.slice(0, 300)) {
      expect(Object.keys(TOPICS)).toContain(ticket.topic);
      expect(ticket.subject).toMatch(/^.{3,150}$/);
      for (const text of [ticket.description, ...ticket.comments]) expect(text).toMatch(/^.{1,20000}$/);
    }
  });

  it('adds the word that stands in one ticket only, which no other text holds', () => {
    expect(tickets.some(({ words }) => words.has(ONCE))).toBe(false);
    expect(wordsOf(withOnceWord(texts.next())).has(ONCE)).toBe(true);
  });

  it('writes the same texts each time', () => {
    expect(new ModelTexts(new Random(7)).next()).toEqual(tickets[0]?.ticket);
  });
});

describe('Given texts', () => {
  const GIVEN = ['please mend the printer now', 'please mend it', 'my password is lost please', 'the printer again'];

  it('come one after the other, over and over', () => {
    const texts = new GivenTexts(GIVEN, ['Email'], new Random(1));
    const read = Array.from({ length: 5 }, () => texts.next().description);
    expect(read).toEqual([...GIVEN, GIVEN[0]]);
  });

  it('lend comments their own words, so that words meet as they do in them', () => {
    const text = new GivenTexts([GIVEN[0]!], ['Email'], new Random(1)).next();
    const own = wordsOf({ ...text, comments: ['x', 'x', 'x'] });
    for (const word of wordsOf(text)) expect(own.has(word)).toBe(true);
  });

  it('are searched for their most frequent words, and for the two that never meet', () => {
    expect(searchesIn(GIVEN)).toMatchObject({
      rare: ONCE,
      common: 'please',
      frequent: ['password', 'printer'],
      beginning: 'passw',
    });
    const [one, other] = searchesIn(GIVEN).neverTogether;
    expect(GIVEN.filter((text) => text.includes(one) && text.includes(other))).toEqual([]);
  });
});
