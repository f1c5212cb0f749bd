import { foldWord } from '@deskhand/shared';
import type { TextEdit } from '../../ui/markdown/text-edit';

/** What somebody typed after a `/` at the beginning of a line. */
export interface SnippetQuery {
  /** Where the `/` stands. */
  readonly from: number;
  readonly typed: string;
}

interface Named {
  readonly name: string;
  readonly text: string;
}

const BEGUN = /(?:^|\n)\/([^/\n]{0,60})$/;
/** As many as fit beside what is being written. */
const OFFERED = 6;

/** What stands before the caret, if that is the beginning of a snippet's name. */
export function snippetQueryAt(text: string, caret: number): SnippetQuery | null {
  const typed = BEGUN.exec(text.slice(0, caret))?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** Those a word of whose name begins so; accents and case aside. */
export function snippetsFor<T extends Named>({ typed }: SnippetQuery, snippets: readonly T[]): T[] {
  const wanted = foldWord(typed);
  if (/^\s/.test(typed)) return [];
  return snippets.filter(({ name }) => ` ${foldWord(name)}`.includes(` ${wanted}`)).slice(0, OFFERED);
}

/** Those in whose name or text every word stands; names come first. */
export function snippetsWith<T extends Named>(search: string, snippets: readonly T[]): T[] {
  const words = foldWord(search).split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => foldWord(text).includes(word));
  const named = snippets.filter(({ name }) => has(name));
  return [...named, ...snippets.filter((each) => !named.includes(each) && has(`${each.name} ${each.text}`))];
}

/** The snippet in place of what was typed of its name, and the caret after it. */
export function insertingSnippet({ from, typed }: SnippetQuery, { text }: Named): TextEdit {
  return insertion(from, from + 1 + typed.length, text);
}

export function insertion(from: number, to: number, insert: string): TextEdit {
  const end = from + insert.length;
  return { from, to, insert, selectFrom: end, selectTo: end };
}
