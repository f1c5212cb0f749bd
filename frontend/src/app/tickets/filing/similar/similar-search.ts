/** Words that stand in requests about anything. Shorter ones are left out anyhow. */
const COMMON = new Set(
  ['about', 'again', 'anymore', 'cannot', 'could', 'does', 'from', 'have', 'help', 'into', 'longer', 'make', 'need']
    .concat(['needs', 'please', 'problem', 'since', 'some', 'that', 'their', 'there', 'this', 'today', 'want', 'when'])
    .concat(['will', 'with', 'without', 'work', 'working', 'works', 'would', 'your'])
    .concat(['aber', 'auch', 'bitte', 'brauche', 'dass', 'diese', 'dieser', 'eine', 'einem', 'einen', 'einer', 'geht'])
    .concat(['habe', 'haben', 'hilfe', 'immer', 'kann', 'kein', 'keine', 'mehr', 'mein', 'meine', 'meinem', 'meinen'])
    .concat(['meiner', 'nicht', 'noch', 'ohne', 'problem', 'seit', 'sich', 'über', 'wieder', 'wird']),
);
const SHORTEST = 4;
/** A word that is searched for by itself says something only where it is a long one. */
const LONG = 5;
const MOST_WORDS = 6;

/** The words of a subject that say what it is about, each once. */
function tellingWords(subject: string): readonly string[] {
  const words = subject.toLocaleLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= SHORTEST && !COMMON.has(word)))].slice(0, MOST_WORDS);
}

/**
 * What to search for, one after the other until something is found: a search wants each of its words, and two subjects about
 * the same seldom share all of them.
 */
export function similarSearches(subject: string): readonly string[] {
  const words = tellingWords(subject);
  const byLength = [...words].sort((one, other) => other.length - one.length);
  const longest = (count: number): string => {
    const chosen = new Set(byLength.slice(0, count));
    return words.filter((word) => chosen.has(word)).join(' ');
  };
  const alone = longest(1);
  const searches = [words.join(' '), longest(2), alone.length >= LONG || words.length === 1 ? alone : ''];
  return [...new Set(searches.filter((search) => search !== ''))];
}

interface Comparable {
  readonly subject: string;
  readonly phase: string;
}

/** Those that are still open first, and among them those whose subjects share the most words. */
export function mostSimilarFirst<T extends Comparable>(tickets: readonly T[], subject: string): T[] {
  const words = new Set(tellingWords(subject));
  const rank = (ticket: Comparable): number =>
    (ticket.phase === 'done' ? 0 : MOST_WORDS + 1) +
    tellingWords(ticket.subject).filter((word) => words.has(word)).length;
  return [...tickets].sort((one, other) => rank(other) - rank(one));
}
