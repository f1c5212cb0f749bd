import type { Searches } from './searches.js';
import { ONCE } from './vocabulary.js';

/** So many of the most frequent words are looked at for two that never meet. */
const CANDIDATES = 600;
const PREFIX = 5;

/** Words to search for in given texts: chosen by how many of them hold each. */
export function searchesIn(texts: readonly string[]): Searches {
  const textsOf = new Map<string, Set<number>>();
  for (const [index, text] of texts.entries()) {
    for (const word of new Set(text.toLowerCase().match(/[a-z]{3,}/g))) {
      const known = textsOf.get(word);
      if (known) known.add(index);
      else textsOf.set(word, new Set([index]));
    }
  }
  const ranked = [...textsOf.entries()].sort(([, one], [, other]) => other.size - one.size).slice(0, CANDIDATES);
  const frequent = ['password', 'printer'].filter((word) => textsOf.has(word));
  return {
    rare: ONCE,
    common: textsOf.has('please') ? 'please' : (ranked[0]?.[0] ?? ONCE),
    frequent,
    neverTogether: neverTogether(ranked),
    beginning: (frequent[0] ?? ranked.find(([word]) => word.length > PREFIX)?.[0] ?? ONCE).slice(0, PREFIX),
  };
}

/** The two most frequent words that no text has both of; frequent is as much as the rarer of them is. */
function neverTogether(ranked: readonly (readonly [string, ReadonlySet<number>])[]): readonly [string, string] {
  for (const [index, [word, texts]] of ranked.entries()) {
    const other = ranked.slice(0, index).find(([, others]) => areApart(texts, others));
    if (other) return [other[0], word];
  }
  return [ONCE, ranked[0]?.[0] ?? ONCE];
}

function areApart(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const text of one) if (other.has(text)) return false;
  return true;
}
