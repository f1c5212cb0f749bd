import { foldWord } from '@deskhand/shared';
import type { TextEdit } from '../../ui/markdown/text-edit';
import type { PersonRef } from '../model/ticket';

/** What somebody typed after an `@` so far. */
export interface MentionQuery {
  /** Where the `@` stands. */
  readonly from: number;
  readonly typed: string;
}

/** An `@` outside of a word, and the beginning of a name up to the caret. */
const BEGUN = /(?<![\p{L}\p{N}_])@([^@\n]{0,60})$/u;
/** As many as fit beside what is being written. */
const OFFERED = 6;

/** What stands before the caret, if that is the beginning of a mention. */
export function mentionQueryAt(text: string, caret: number): MentionQuery | null {
  const found = BEGUN.exec(text.slice(0, caret));
  return found ? { from: found.index, typed: found[1] ?? '' } : null;
}

/** Whose name, or a later word of it, begins so; accents and case aside. */
export function offeredFor({ typed }: MentionQuery, people: readonly PersonRef[]): PersonRef[] {
  const wanted = foldWord(typed);
  if (/^\s/.test(typed)) return [];
  const found = people.filter(({ name }) => foldWord(name).startsWith(wanted) || foldWord(name).includes(` ${wanted}`));
  return found.slice(0, OFFERED);
}

/** The name in place of what was typed of it, and the caret after it. */
export function mentioning({ from, typed }: MentionQuery, { name }: PersonRef): TextEdit {
  const insert = `@${name} `;
  const end = from + insert.length;
  return { from, to: from + 1 + typed.length, insert, selectFrom: end, selectTo: end };
}
