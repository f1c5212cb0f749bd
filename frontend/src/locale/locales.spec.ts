import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '@deskhand/shared';

interface Meta {
  readonly source: string;
}

type Arb = Readonly<Record<string, string | Meta>>;

const FILES = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.arb'));
const read = (name: string): Arb => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Arb;

/** Each message in English and in the language of the file. */
function messagesIn(arb: Arb): { id: string; source: string; translation: unknown }[] {
  return Object.entries(arb).flatMap(([key, meta]) =>
    typeof meta === 'string' ? [] : [{ id: key.slice(1), source: meta.source, translation: arb[key.slice(1)] }],
  );
}

/** What code puts into a text, the parts of a plural included. */
function placeholders(text: string): string {
  return [...new Set(text.match(/\{\$[^}]+\}|\{[A-Z][A-Z0-9_]*\}|\{VAR_\w+, \w+,/g) ?? [])].sort().join(' ');
}

// That the files have every message of the code, and no other, is for `npm run check` to say: it has to build for that.
describe('the translations', () => {
  it('are there for every language but English, which stands in the code', () => {
    expect(FILES.map((name) => read(name)['@@locale']).sort()).toEqual(
      LANGUAGES.filter((each) => each !== 'en').sort(),
    );
  });

  it.each(FILES)('%s has the same messages in every language', (name) => {
    const ids = FILES.map((file) => messagesIn(read(file)).map(({ id }) => id)).at(0) ?? [];
    expect(messagesIn(read(name)).map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBeGreaterThan(1_000);
  });

  it.each(FILES)('%s translates every one of them', (name) => {
    const arb = read(name);
    const missing = messagesIn(arb).filter(({ translation }) => typeof translation !== 'string' || translation === '');
    expect(missing).toEqual([]);
    const ids = new Set(messagesIn(arb).map(({ id }) => id));
    expect(Object.keys(arb).filter((key) => !key.startsWith('@') && !ids.has(key))).toEqual([]);
  });

  it.each(FILES)('%s puts the same things into each text as English does', (name) => {
    const different = messagesIn(read(name)).filter(
      ({ source, translation }) =>
        typeof translation === 'string' && placeholders(source) !== placeholders(translation),
    );
    expect(different).toEqual([]);
  });

  it.each(FILES)('%s has a word for every number', (name) => {
    const plurals = messagesIn(read(name)).filter(({ source }) => source.includes(', plural,'));
    expect(plurals.length).toBeGreaterThan(0);
    expect(plurals.filter(({ translation }) => !/\bother \{/.test(String(translation)))).toEqual([]);
  });
});
