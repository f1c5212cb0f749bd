import { STATUS_CODES, type StatusCode } from '@deskhand/shared';
import type { Attachment } from '../attachments/attachment';
import { isAttachment } from '../attachments/kept-uploads';

/** The status that goes along with a reply. */
export interface StatusWish {
  readonly status: StatusCode;
  readonly reason?: string;
}

/** A reply or a note on its way, as this browser keeps it until it has arrived. */
export interface Outgoing {
  /** Under which it is sent, so that it arrives once. */
  readonly key: string;
  /** When somebody sent it off. */
  readonly at: string;
  readonly body: string;
  readonly internal: boolean;
  readonly attachments: readonly Attachment[];
  readonly wish: StatusWish | null;
}

/** What is kept of an earlier page, which may have been an older version of it: nothing is taken for granted. */
export function outgoingIn(kept: string): Outgoing[] {
  try {
    const stored: unknown = JSON.parse(kept === '' ? '[]' : kept);
    return Array.isArray(stored) ? stored.flatMap((each) => outgoingFrom(each) ?? []) : [];
  } catch {
    return [];
  }
}

function outgoingFrom(value: unknown): Outgoing | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, at, body, internal, attachments, wish } = value as Partial<Record<keyof Outgoing, unknown>>;
  if (typeof key !== 'string' || typeof at !== 'string' || typeof body !== 'string') return null;
  // What is not known to be a reply is none.
  return {
    ...{ key, at, body, internal: internal !== false },
    attachments: Array.isArray(attachments) ? attachments.filter(isAttachment) : [],
    wish: wishFrom(wish),
  };
}

function wishFrom(value: unknown): StatusWish | null {
  if (typeof value !== 'object' || value === null) return null;
  const { status, reason } = value as Partial<Record<keyof StatusWish, unknown>>;
  const known = STATUS_CODES.find((code) => code === status);
  return known ? { status: known, ...(typeof reason === 'string' ? { reason } : {}) } : null;
}
