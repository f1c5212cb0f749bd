import { IMPORT_LIMITS, LIMITS } from '@deskhand/shared';
import type { Cells } from './cells.js';
import type { DraftComment } from './draft.js';

/** A list `[{ body, author, internal, at }]` in JSON, or a plain text, which is one reply. @throws BadCell */
export function readComments(cells: Cells, createdAt: Date): DraftComment[] {
  const text = cells.text('comments');
  if (text === '') return [];
  const list = text.startsWith('[') ? parsed(text) : null;
  if (!list) return [readComment(cells, { body: text }, createdAt)];
  if (list.length > IMPORT_LIMITS.comments) {
    throw cells.bad('comments', `There are too many: ${IMPORT_LIMITS.comments} are taken.`);
  }
  return list.map((each) => readComment(cells, each, createdAt));
}

/** Nothing where it is no list but a text that begins like one. */
function parsed(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function readComment(cells: Cells, value: unknown, createdAt: Date): DraftComment {
  const { body, author, internal = false, at } = Object(value) as Record<string, unknown>;
  if (typeof body !== 'string' || typeof internal !== 'boolean' || !isText(author) || !isText(at)) {
    throw cells.bad(
      'comments',
      'Each comment is written as { "body": text, "author": mail, "internal": true, "at": time }.',
    );
  }
  // What JSON can write with escapes, a cell could not hold as it stands.
  if (/\p{Cs}|(?![\n\r\t])\p{Cc}/u.test(body)) throw cells.bad('comments', 'There are control characters in it.');
  return {
    body: cells.sized('comments', body.trim(), LIMITS.comment),
    internal,
    author: author ? cells.person('comments', author) : null,
    at: at ? cells.timeIn('comments', at) : createdAt,
  };
}

function isText(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string';
}
