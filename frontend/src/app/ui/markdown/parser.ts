import markdownIt, { type MarkdownIt, type StateBlock, type StateCore, type StateInline } from 'markdown-it';
import { addressOf, inlineTokens, sayWhereLinksLead, showImagesAsLinks, textToken } from './link-address';

/** Quotes in quotes and lists in lists; deeper ones are shown as they were typed. */
const DEEPEST_BLOCK = 16;
/** Browsers rebuild what is nested more than some hundred times, and nobody means it. */
const DEEPEST_MARK = 24;
/** Under the page's heading and that of the conversation. */
const FIRST_HEADING = 3;
const LAST_HEADING = 6;
const WORD = /[\p{L}\p{N}_]/u;

/** What a text is read with, beside itself. */
export interface Reading {
  /** Finds a mention where it stands; null where nobody can be mentioned. */
  readonly mentions: RegExp | null;
  /** Of the app: links there stay in this window. */
  readonly origin: string;
}

/**
 * Reads Markdown as people in a chat expect it: CommonMark, tables, strikethrough, addresses as links, and a line break
 * where one was typed. HTML is text, pictures are links, and only addresses of the web and of mailboxes can be followed.
 */
export function createParser(): MarkdownIt {
  const parser = markdownIt({ html: false, linkify: true, breaks: true });
  parser.validateLink = (href) => addressOf(href) !== null;
  parser.block.ruler.before('table', 'too_deep', showTheDeepestAsText);
  parser.inline.ruler.before('emphasis', 'mention', markMention);
  for (const rule of [flattenMarks, showImagesAsLinks, sayWhereLinksLead, outlineHeadings, alignCells]) {
    parser.core.ruler.push(rule.name, rule);
  }
  const { escapeHtml } = parser.utils;
  const showCode = (content: string): string => `<pre tabindex="0"><code>${escapeHtml(content)}</code></pre>\n`;
  Object.assign(parser.renderer.rules, {
    fence: (tokens, index) => showCode(tokens[index]?.content ?? ''),
    code_block: (tokens, index) => showCode(tokens[index]?.content ?? ''),
    link_address: (tokens, index) => ` <span class="address">(${escapeHtml(tokens[index]?.content ?? '')})</span>`,
    table_open: () => '<div class="table" tabindex="0"><table>\n',
    table_close: () => '</table></div>\n',
  } satisfies MarkdownIt['renderer']['rules']);
  return parser;
}

/** Finds `@Name` for any of these people, in whatever case, the longest name first. */
export function mentionsOf(names: readonly string[]): RegExp | null {
  const words = names.filter((name) => name !== '').sort((one, other) => other.length - one.length);
  if (words.length === 0) return null;
  const either = words.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  return new RegExp(`@(?:${either})(?![\\p{L}\\p{N}_])`, 'iuy');
}

/** The library would leave out what is nested too deep. */
function showTheDeepestAsText(state: StateBlock, start: number, end: number): boolean {
  if (state.level < DEEPEST_BLOCK) return false;
  let next = start;
  while (next < end && (state.isEmpty(next) || (state.sCount[next] ?? 0) >= state.blkIndent)) next++;
  state.line = next;
  state.push('paragraph_open', 'p', 1).map = [start, next];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(start, next, state.blkIndent, false).trim();
  inline.map = [start, next];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}

function markMention(state: StateInline, isSilent: boolean): boolean {
  const { mentions } = state.env as Partial<Reading>;
  const { src, pos } = state;
  if (!mentions || src[pos] !== '@' || WORD.test(src[pos - 1] ?? '')) return false;
  mentions.lastIndex = pos;
  const found = mentions.exec(src)?.[0];
  if (found === undefined || pos + found.length > state.posMax) return false;
  if (!isSilent) {
    state.push('mention_open', 'span', 1).attrs = [['class', 'mention']];
    state.push('text', '', 0).content = found;
    state.push('mention_close', 'span', -1);
  }
  state.pos += found.length;
  return true;
}

function flattenMarks(state: StateCore): void {
  for (const inline of inlineTokens(state)) {
    if (inline.children.every(({ level }) => level < DEEPEST_MARK)) continue;
    inline.children = [textToken(state, inline.content)];
  }
}

/** Headings follow on the page's own without a gap, whatever their writer began with; one without words is no heading. */
function outlineHeadings(state: StateCore): void {
  const { tokens } = state;
  const above: number[] = [];
  let tag = '';
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return;
    if (token.type === 'heading_open') {
      const marked = Number(token.tag.slice(1));
      while ((above.at(-1) ?? 0) >= marked) above.pop();
      const words = tokens[index + 1];
      if (words?.content.trim() === '') {
        words.children = [textToken(state, token.markup)];
        tag = 'p';
      } else {
        above.push(marked);
        tag = `h${Math.min(FIRST_HEADING - 1 + above.length, LAST_HEADING)}`;
      }
    }
    token.tag = tag;
  });
}

/** The alignment of a column as an attribute, for a style would not pass the sanitizer. */
function alignCells({ tokens }: StateCore): void {
  for (const token of tokens) {
    const align = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1];
    if (align !== undefined) token.attrs = [['align', align]];
  }
}
