import { followedAddress, isPlaceSaid, placeOf } from '@deskhand/shared';
import markdownIt, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { LIGHT, MONOSPACE } from './colours.js';
import { escapeHtml } from './plain-words.js';

/** Deeper quotes and lists have no room on a phone, and the library leaves out what is much deeper: shown as typed. */
const DEEPEST = 24;
const CODE = `font-family:${MONOSPACE};font-size:13px;background:${LIGHT.code}`;
const CELL = `padding:6px 10px;border:1px solid ${LIGHT.line};vertical-align:top;overflow-wrap:normal`;
const HEADING = 'margin:16px 0 4px;font-size:16px;line-height:24px';

/** By the tags that the library writes. */
const STYLES: Readonly<Record<string, string>> = {
  p: 'margin:0 0 12px',
  ul: 'margin:0 0 12px;padding-left:24px',
  ol: 'margin:0 0 12px;padding-left:24px',
  blockquote: `margin:0 0 12px;padding-left:12px;border-left:3px solid ${LIGHT.line};color:${LIGHT.muted}`,
  h3: HEADING,
  table: 'border-collapse:collapse;margin:0 0 12px',
  th: `${CELL};text-align:left`,
  td: CELL,
  hr: `margin:16px 0;border:0;border-top:1px solid ${LIGHT.line}`,
  a: `color:${LIGHT.link}`,
  code: `${CODE};padding:1px 4px;border-radius:4px`,
};

const parser = createParser();

/**
 * What somebody wrote, as mail programs can show it: HTML is text, pictures are links, each link says where it leads, and
 * styles stand in the elements.
 */
export function renderMarkdown(text: string): string {
  const tokens = parser.parse(text, {});
  const isDeep = tokens.some(({ level, children }) => level >= DEEPEST || children?.some(isDeepMark));
  return isDeep ? asTyped(text) : parser.renderer.render(tokens, parser.options, {});
}

function createParser(): MarkdownIt {
  const markdown = markdownIt({ html: false, linkify: true, breaks: true });
  markdown.validateLink = (href) => addressOf(href) !== null;
  markdown.core.ruler.push('pictures_as_links', showPicturesAsLinks);
  markdown.core.ruler.push('links', sayWhereLinksLead);
  markdown.core.ruler.push('styles', writeStyles);
  const showCode = (tokens: readonly Token[], index: number): string => code(tokens[index]?.content ?? '');
  Object.assign(markdown.renderer.rules, {
    fence: showCode,
    code_block: showCode,
    place: (tokens, index) =>
      ` <span class="place" style="font-size:13px;color:${LIGHT.muted}">(${escapeHtml(tokens[index]?.content ?? '')})</span>`,
    table_open: () => `<div style="overflow-x:auto"><table style="${STYLES.table ?? ''}">`,
    table_close: () => '</table></div>',
  } satisfies MarkdownIt['renderer']['rules']);
  return markdown;
}

function isDeepMark({ level }: Token): boolean {
  return level >= DEEPEST;
}

function asTyped(text: string): string {
  return `<p style="margin:0 0 12px;white-space:pre-wrap">${escapeHtml(text)}</p>`;
}

/** Long lines are broken: mail programs do not scroll sideways. */
function code(content: string): string {
  const style = `${CODE};margin:0 0 12px;padding:10px 12px;border-radius:6px;white-space:pre-wrap`;
  return `<pre style="${style}">${escapeHtml(content)}</pre>`;
}

function addressOf(href: string): URL | null {
  return followedAddress(href, (text) => (URL.canParse(text) ? new URL(text) : null));
}

function inlineTokens({ tokens }: StateCore): (Token & { children: Token[] })[] {
  return tokens.filter((token): token is Token & { children: Token[] } => token.children !== null);
}

function wordToken(state: StateCore, type: 'text' | 'place', content: string): Token {
  return Object.assign(new state.Token(type, '', 0), { content });
}

/** Opening a mail must tell nobody that it was opened. Links cannot nest. */
function showPicturesAsLinks(state: StateCore): void {
  for (const inline of inlineTokens(state)) {
    let isInLink = false;
    inline.children = inline.children.flatMap((token) => {
      if (token.type === 'link_open') isInLink = true;
      if (token.type === 'link_close') isInLink = false;
      if (token.type !== 'image') return [token];
      const words = wordToken(state, 'text', token.content);
      if (isInLink) return [words];
      const open = new state.Token('link_open', 'a', 1);
      open.attrSet('href', String(token.attrGet('src') ?? ''));
      return [open, words, new state.Token('link_close', 'a', -1)];
    });
  }
}

/** Whoever reads “bank.example” and would come to evil.example sees so before. */
function sayWhereLinksLead(state: StateCore): void {
  for (const inline of inlineTokens(state)) {
    let url: URL | null = null;
    let words = '';
    inline.children = inline.children.flatMap((token) => {
      if (token.type === 'link_open') {
        url = addressOf(String(token.attrGet('href') ?? ''));
        words = '';
        token.attrs = url ? [['href', url.href]] : [];
      }
      words += token.content;
      if (token.type !== 'link_close' || url === null) return [token];
      return isPlaceSaid(words, url) ? [token] : [token, wordToken(state, 'place', placeOf(url))];
    });
  }
}

/** All headings look alike, below that of the mail. */
function writeStyles(state: StateCore): void {
  for (const token of state.tokens.flatMap((each) => [each, ...(each.children ?? [])])) {
    if (/^h[1-6]$/.test(token.tag)) token.tag = 'h3';
    const style = STYLES[token.tag];
    if (style === undefined || token.nesting === -1 || token.hidden) continue;
    const align = /text-align:(?:left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[0];
    token.attrSet('style', align === undefined ? style : `${style};${align}`);
  }
}
