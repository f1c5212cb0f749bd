import type { Attachment } from './attachment';

/** Files that come with nothing are kept for a day by the server; a little less here, so that nobody relies on the last minute. */
const KEPT_MS = 23 * 60 * 60_000;

/** What a draft says of its files. It may have been kept by an older version of this page, so nothing is taken for granted. */
export function keptUploads(text: string, now: number): { readonly kept: Attachment[]; readonly gone: Attachment[] } {
  const all = attachmentsIn(text);
  const isKept = ({ createdAt }: Attachment): boolean => now - Date.parse(createdAt) < KEPT_MS;
  return { kept: all.filter(isKept), gone: all.filter((attachment) => !isKept(attachment)) };
}

function attachmentsIn(text: string): Attachment[] {
  try {
    const stored: unknown = JSON.parse(text === '' ? '[]' : text);
    return Array.isArray(stored) ? stored.filter(isAttachment) : [];
  } catch {
    return [];
  }
}

export function isAttachment(value: unknown): value is Attachment {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, type, size, createdAt } = value as Partial<Record<keyof Attachment, unknown>>;
  return [id, name, type, createdAt].every((field) => typeof field === 'string') && typeof size === 'number';
}
