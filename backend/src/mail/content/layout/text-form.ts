import type { Block, FooterLine, Letter, Said } from './letter.js';

/** The same mail for whoever reads text: what others wrote is quoted, so that nobody takes it for ours. */
export function textOf({ organisation, blocks, footer }: Letter): string {
  const foot = [organisation, ...footer.map(footerLineOf)].join('\n');
  return `${blocks.map(blockOf).join('\n\n')}\n\n-- \n${foot}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.above === undefined ? block.text : `${block.above}\n\n${block.text}`;
    case 'paragraph':
      return block.text;
    case 'said':
      return saidOf(block);
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'code':
      return block.text;
    case 'button':
      return `${block.label}:\n${block.url}`;
  }
}

function saidOf({ head, markdown, foot }: Said): string {
  const quoted = markdown.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => (line === '' ? '>' : `> ${line}`));
  return [`${head}:`, quoted.join('\n'), ...(foot === undefined ? [] : [foot])].join('\n\n');
}

function footerLineOf({ text, link }: FooterLine): string {
  return link ? `${text} ${link.label}: ${link.url}` : text;
}
