import { LIMITS } from '@deskhand/shared';

const UNNAMED = 'file';
/** Control characters, halves of pairs, and signs that are not seen but turn around how the rest is read. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONGEST_ENDING = 20;

/** The name of an uploaded file as its owner typed it, without the folders it lay in and without signs that deceive. */
export function fileNameOf(given: string | undefined): string {
  // Browsers write a quotation mark in the name of an uploaded file as %22, and nothing else that way.
  const name = (given ?? '').replaceAll('%22', '"').split(/[/\\]/).at(-1) ?? '';
  const clean = name.replaceAll(UNSEEN, '').trim();
  return /^\.*$/.test(clean) ? UNNAMED : shortened(clean);
}

/** Too long a name keeps its ending, which says what it is. */
function shortened(name: string): string {
  const { max } = LIMITS.fileName;
  if (name.length <= max) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  const stem = name.slice(0, max - ending.length).replace(/\p{Cs}$/u, '');
  return `${stem}${ending}`;
}
