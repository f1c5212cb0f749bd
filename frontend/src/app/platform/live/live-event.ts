import { ACTIVITY_KINDS } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';

type Schemas = components['schemas'];

/** One entry of the trail, as it happened. */
export type LiveEvent = Schemas['LiveEventDto'];
/** Looks at a ticket, or answers it, right now. */
export type PresentPerson = Schemas['PresentPersonDto'];
export type PresenceNews = Schemas['PresenceEventDto'];

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
