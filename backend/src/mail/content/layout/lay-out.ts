import { htmlOf } from './html-form.js';
import type { Block, LaidOut, Letter } from './letter.js';
import { oneLine } from './plain-words.js';
import { textOf } from './text-form.js';

/** Gives a mail its two forms. Whatever is not Markdown becomes one line, so that nothing can look like a part of its own. */
export function layOut(letter: Letter): LaidOut {
  const inLines: Letter = {
    ...letter,
    organisation: oneLine(letter.organisation),
    subject: oneLine(letter.subject),
    preview: oneLine(letter.preview),
    blocks: letter.blocks.map(inLinesOf),
    footer: letter.footer.map((line) => ({ ...line, text: oneLine(line.text) })),
  };
  return { subject: inLines.subject, text: textOf(inLines), html: htmlOf(inLines) };
}

function inLinesOf(block: Block): Block {
  switch (block.kind) {
    case 'heading':
      return {
        ...block,
        text: oneLine(block.text),
        ...(block.above === undefined ? {} : { above: oneLine(block.above) }),
      };
    case 'paragraph':
      return { ...block, text: oneLine(block.text) };
    case 'said':
      return {
        ...block,
        head: oneLine(block.head),
        ...(block.foot === undefined ? {} : { foot: oneLine(block.foot) }),
      };
    case 'facts':
      return { ...block, facts: block.facts.map(({ label, value }) => ({ label, value: oneLine(value) })) };
    case 'code':
    case 'button':
      return block;
  }
}
