import type { ActivityKind, StatusCode } from '@deskhand/shared';
import { ACTIVITY_KINDS } from '@deskhand/shared';

/** What the stream tells of a ticket that its reader may see. */
export interface LiveTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly version: number;
  readonly status: StatusCode;
  readonly assigneeId: string | null;
}

/** One entry of the trail, as it happened. */
export interface LiveEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly kind: ActivityKind;
  readonly subject: { readonly type: string; readonly id: string };
  readonly payload: Readonly<Record<string, unknown>>;
  readonly public: boolean;
  readonly ticket: LiveTicket | null;
}

/** Looks at a ticket, or answers it, right now. */
export interface PresentPerson {
  readonly id: string;
  readonly name: string;
  readonly state: 'looking' | 'answering';
}

export interface PresenceNews {
  readonly ticketId: string;
  readonly people: readonly PresentPerson[];
}

/** One message of the stream, as it goes from the tab that reads it to the others. */
export interface StreamMessage {
  readonly name: StreamEventName;
  /** Where to resume after it; empty where it moves nothing. */
  readonly token: string;
  readonly data: string;
}

/** What the stream calls its messages: an `EventSource` must be told each name that it shall hear. */
export const STREAM_EVENT_NAMES = ['ready', 'reset', 'presence', ...ACTIVITY_KINDS] as const;
export type StreamEventName = (typeof STREAM_EVENT_NAMES)[number];

/** The ticket that an entry is about; null for all other kinds. */
export function ticketIdOf({ subject }: LiveEvent): string | null {
  return subject.type === 'ticket' ? subject.id : null;
}
