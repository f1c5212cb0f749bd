import { LIMITS } from '@deskhand/shared';

/** What is wrong with the text of a reply or a note, as it was typed. */
export function wrongIn(text: string): string | null {
  const { max } = LIMITS.comment;
  const { length } = text.trim();
  if (length === 0) return $localize`Write something first.`;
  return length > max ? $localize`Shorten this to ${max}:count: characters.` : null;
}
