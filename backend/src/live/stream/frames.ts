import { toActivity } from '../../activity/entry-row.js';
import type { LiveEventDto, LiveTicketDto } from '../event.dto.js';
import type { Share } from './audience.js';
import type { LiveEntry, LiveTicket } from './entries.js';

/** One event as it goes over the wire; JSON has no line breaks. @param id the place behind it, for whoever is cut off */
export function frameOf(name: string, data: object, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Says that the connection lives, and moves the place on for those who saw nothing of what happened since. */
export function heartbeatOf(id: string): string {
  return `: heartbeat\nid: ${id}\n\n`;
}

/** Milliseconds after which a browser that was cut off connects again. */
export function retryAfter(milliseconds: number): string {
  return `retry: ${milliseconds}\n\n`;
}

/** The same for all who get this share of it. */
export function toLiveEvent(entry: LiveEntry, ticket: LiveTicket | undefined, share: Share): LiveEventDto {
  const { subject_type: type, subject_id: id } = entry;
  const activity = { ...toActivity(entry, share === 'whole'), subject: { type, id } };
  if (share !== 'bare') return { ...activity, ticket: ticket ? toLiveTicket(ticket) : null };
  // Who renamed a category is for admins; who deleted a ticket was seen by those who saw the ticket.
  return { ...activity, actor: type === 'ticket' ? activity.actor : null, payload: {}, ticket: null };
}

function toLiveTicket({ id, number, subject, version, status, assignee_id }: LiveTicket): LiveTicketDto {
  return { id, number: Number(number), subject, version, status, assigneeId: assignee_id };
}
