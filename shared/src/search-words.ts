/** What is asked for: a word of letters and digits without case and accents, or a single sign. */
interface SearchWord {
  readonly text: string;
  /** The last word of a search may be the beginning of one. */
  readonly isBeginning: boolean;
}

/** A piece of a text, and whether it is what somebody searches for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

const RUN = /[\p{L}\p{N}\u0300-\u036f]+/gu;
/** Signs that tell something beside letters; those of sentences do not. */
const TELLING = /[%_\\*#+&$=<>~^|@]/g;
/** Letters that are no others with accents. */
const OTHERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A word without case and accents, so that all ways of writing it are one. */
export function foldWord(word: string): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[ßæœøđłðþı]/g, (letter) => OTHERS[letter] ?? letter);
}

/** The same reading of a search as the server's `search_query`. */
function searchWords(q: string): SearchWord[] {
  const words = [...q.matchAll(RUN)].map(({ 0: run, index }) => ({
    text: foldWord(run),
    isBeginning: index + run.length === q.length,
  }));
  const signs = q.split(/\s+/).flatMap((word) => {
    if (/[\p{L}\p{N}]/u.test(word)) return word.replace(/^#+(?=\d)/, '').match(TELLING) ?? [];
    return Array.from(word);
  });
  return [...words, ...[...new Set(signs)].map((text) => ({ text, isBeginning: false }))];
}

/** The text in pieces, those that are searched for apart from the others. Together they are the text. */
export function markHits(text: string, q: string): MarkedPiece[] {
  const words = searchWords(q);
  if (words.length === 0) return text === '' ? [] : [{ text, isHit: false }];
  const pieces: MarkedPiece[] = [];
  const add = (piece: string, isHit: boolean): void => {
    const last = pieces.at(-1);
    if (last?.isHit === isHit) pieces[pieces.length - 1] = { text: last.text + piece, isHit };
    else pieces.push({ text: piece, isHit });
  };
  for (const [piece] of text.matchAll(/[\p{L}\p{N}\u0300-\u036f]+|[^\p{L}\p{N}\u0300-\u036f]/gu)) {
    const folded = foldWord(piece);
    add(
      piece,
      words.some((word) => folded === word.text || (word.isBeginning && folded.startsWith(word.text))),
    );
  }
  return pieces;
}

/** Characters of a text around what was found in it. */
const EXCERPT_LENGTH = 160;
/** Of them, those before the first hit. */
const BEFORE = 24;

/** One line of a text around its first hit; its beginning where none is in it. */
export function excerptOf(text: string, q: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= EXCERPT_LENGTH) return line;
  let hit = 0;
  for (const piece of markHits(line, q)) {
    if (piece.isHit) break;
    hit += piece.text.length;
  }
  if (hit === line.length) hit = 0;
  const earliest = Math.max(0, Math.min(hit - BEFORE, line.length - EXCERPT_LENGTH));
  const begin = earliest === 0 ? 0 : Math.min(hit, afterBlank(line, earliest));
  const latest = begin + EXCERPT_LENGTH;
  const blank = line.lastIndexOf(' ', latest);
  const end = latest >= line.length ? line.length : blank > hit ? blank : latest;
  return `${begin > 0 ? '… ' : ''}${whole(line.slice(begin, end))}${end < line.length ? ' …' : ''}`;
}

function afterBlank(line: string, from: number): number {
  const blank = line.indexOf(' ', from);
  return blank === -1 ? from : blank + 1;
}

/** Without the half of a character that was cut in two. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
