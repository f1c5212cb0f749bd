/** A text with what is selected in it. */
export interface Selection {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What replaces the part between `from` and `to`, and what is selected after it, counted in the whole text. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly selectFrom: number;
  readonly selectTo: number;
}

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Puts the mark around what is selected, or takes it away where it stands there already. */
export function toggleMark({ text, from, to }: Selection, mark: string): TextEdit {
  const { length } = mark;
  const selected = text.slice(from, to);
  if (text.slice(0, from).endsWith(mark) && text.slice(to).startsWith(mark)) {
    return {
      ...{ from: from - length, to: to + length, insert: selected },
      ...{ selectFrom: from - length, selectTo: to - length },
    };
  }
  return { from, to, insert: mark + selected + mark, selectFrom: from + length, selectTo: to + length };
}

/** Makes a link of what is selected; what is missing, the words or the address, is selected after it. */
export function makeLink({ text, from, to }: Selection): TextEdit {
  const selected = text.slice(from, to);
  if (WEB_ADDRESS.test(selected)) {
    return { from, to, insert: `[](${selected})`, selectFrom: from + 1, selectTo: from + 1 };
  }
  const start = 'https://';
  const insert = `[${selected}](${start})`;
  const end = from + insert.length - 1;
  return { from, to, insert, selectFrom: end - start.length, selectTo: end };
}
