import { followedAddress, isPlaceSaid, placeOf } from '@deskhand/shared';
import type { StateCore, Token } from 'markdown-it';

/** Where a link leads; null for what is no link. */
export function addressOf(href: string): URL | null {
  return followedAddress(href, (text) => (URL.canParse(text) ? new URL(text) : null));
}

/** Pictures of elsewhere tell whoever put them there who reads the ticket, so they become links; links cannot nest. */
export function showImagesAsLinks(state: StateCore): void {
  for (const inline of inlineTokens(state)) {
    let isInLink = false;
    inline.children = inline.children.flatMap((token) => {
      if (token.type === 'link_open') isInLink = true;
      if (token.type === 'link_close') isInLink = false;
      if (token.type !== 'image') return [token];
      const alt = state.md.renderer.renderInlineAsText(token.children ?? [], state.md.options, state.env);
      const text = textToken(state, alt);
      if (isInLink) return [text];
      const open = new state.Token('link_open', 'a', 1);
      open.attrSet('href', token.attrGet('src') ?? '');
      return [open, text, new state.Token('link_close', 'a', -1)];
    });
  }
}

/** Says where each link leads, unless its text says so already, and opens what is not ours in a window of its own. */
export function sayWhereLinksLead(state: StateCore): void {
  for (const inline of inlineTokens(state)) {
    let text = '';
    let url: URL | null = null;
    inline.children = inline.children.flatMap((token) => {
      if (token.type === 'link_open') {
        url = addressOf(String(token.attrGet('href') ?? ''));
        text = '';
        token.attrs = attributesOf(url, state.env['origin']);
      }
      text += token.content;
      if (token.type !== 'link_close' || url === null) return [token];
      return closed(state, token, text.trim(), url);
    });
  }
}

export function textToken(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}

export function inlineTokens({ tokens }: StateCore): (Token & { children: Token[] })[] {
  return tokens.filter((token): token is Token & { children: Token[] } => token.children !== null);
}

function attributesOf(url: URL | null, ownOrigin: unknown): Token['attrs'] {
  if (url === null) return [];
  const rel: [string, string] = ['rel', 'noopener noreferrer nofollow'];
  const isForeign = url.protocol !== 'mailto:' && url.origin !== ownOrigin;
  return [['href', url.href], rel, ...(isForeign ? [['target', '_blank'] satisfies [string, string]] : [])];
}

function closed(state: StateCore, end: Token, text: string, url: URL): Token[] {
  const place = placeOf(url);
  if (text === '') return [textToken(state, place), end];
  if (url.origin === state.env['origin'] || isPlaceSaid(text, url)) return [end];
  const address = new state.Token('link_address', '', 0);
  address.content = place;
  return [end, address];
}
