import { describe, expect, it } from '@jest/globals';
import { makeLink, type Selection, type TextEdit, toggleMark } from './text-edit';

/** `a ⟦b⟧ c` is the text `a b c` with `b` selected. */
function selection(shown: string): Selection {
  const from = shown.indexOf('⟦');
  const to = shown.indexOf('⟧') - 1;
  return { text: shown.replace(/[⟦⟧]/g, ''), from, to };
}

function after({ text }: Selection, { from, to, insert, selectFrom, selectTo }: TextEdit): string {
  const changed = text.slice(0, from) + insert + text.slice(to);
  return `${changed.slice(0, selectFrom)}⟦${changed.slice(selectFrom, selectTo)}⟧${changed.slice(selectTo)}`;
}

describe('a mark', () => {
  it.each([
    ['a ⟦b⟧ c', 'a **⟦b⟧** c'],
    ['a **⟦b⟧** c', 'a ⟦b⟧ c'],
    ['a ⟦⟧', 'a **⟦⟧**'],
    ['**⟦⟧**', '⟦⟧'],
  ])('is put around what is selected, or taken away: %s', (before, shown) => {
    const selected = selection(before);
    expect(after(selected, toggleMark(selected, '**'))).toBe(shown);
  });
});

describe('a link', () => {
  it.each([
    ['see ⟦here⟧', 'see [here](⟦https://⟧)'],
    ['see ⟦⟧', 'see [](⟦https://⟧)'],
    ['⟦https://ok.example⟧', '[⟦⟧](https://ok.example)'],
  ])('asks for what is missing: %s', (before, shown) => {
    const selected = selection(before);
    expect(after(selected, makeLink(selected))).toBe(shown);
  });
});
