import type { Params } from '@angular/router';

/** What an address says under that name; it may carry anything, also twice. */
export function textIn(params: Params, key: string): string {
  const value: unknown = params[key];
  return typeof value === 'string' ? value.trim() : '';
}

/** What it says under these names, where it says something. */
export function textsIn(params: Params, keys: readonly string[]): Readonly<Record<string, string>> {
  const entries = keys.map((key) => [key, textIn(params, key)] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** Those of the words that it lists there, separated by commas. */
export function wordsIn<T extends string>(params: Params, key: string, words: readonly T[]): T[] {
  const named = textIn(params, key).split(',');
  return words.filter((word) => named.includes(word));
}

/** The list with or without the word; null where nothing is left, which takes it from the address. */
export function toggledIn(chosen: Iterable<string>, word: string): string | null {
  const all = [...chosen];
  const others = all.filter((one) => one !== word);
  return (others.length < all.length ? others : [...all, word]).join(',') || null;
}

/** What takes these from the address. */
export function without(keys: readonly string[]): Params {
  return Object.fromEntries(keys.map((key) => [key, null]));
}
