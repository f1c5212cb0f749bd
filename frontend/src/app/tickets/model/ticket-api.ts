import { HttpClient, HttpContext } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom, type Observable, retry, throwError, timer } from 'rxjs';
import type { PageOf } from '../../platform/page-of';
import { Problem } from '../../platform/problem';
import { IN_BACKGROUND } from '../../platform/progress';
import type {
  Activity,
  AddedComment,
  BulkAnswer,
  BulkChange,
  Comment,
  NewCommentBody,
  NewTicketBody,
  StatusChange,
  Ticket,
  TicketEdit,
} from './ticket';

export const TICKETS_URL = '/api/v1/tickets';

/** The most that one page of a list may hold. */
const LARGEST_PAGE = 100;
/** How often an answer that is still being made is asked for again. */
const PATIENCE = 5;

/** Every change names the version that its author saw; a newer one on the server refuses it (412). */
@Service()
export class TicketApi {
  private readonly http = inject(HttpClient);

  /** @param key under which it is filed once, however often it is sent */
  file(ticket: NewTicketBody, key: string): Promise<Ticket> {
    return this.postOnce<Ticket>(TICKETS_URL, ticket, key);
  }

  /** @param isAwaited whether somebody waits for it */
  read(id: string, isAwaited = true): Promise<Ticket> {
    return firstValueFrom(this.http.get<Ticket>(ticketUrl(id), { context: background(!isAwaited) }));
  }

  /** @param key under which it is done once, however often it is sent */
  changeStatus(id: string, version: number, change: StatusChange, key?: string): Promise<Ticket> {
    const url = `${ticketUrl(id)}/status`;
    const { headers } = ifMatch(version);
    if (key === undefined) return firstValueFrom(this.http.post<Ticket>(url, change, { headers }));
    return this.postOnce<Ticket>(url, change, key, headers);
  }

  assign(id: string, version: number, assigneeId: string | null): Promise<Ticket> {
    return firstValueFrom(this.http.post<Ticket>(`${ticketUrl(id)}/assignee`, { assigneeId }, ifMatch(version)));
  }

  edit(id: string, version: number, edit: TicketEdit): Promise<Ticket> {
    return firstValueFrom(this.http.patch<Ticket>(ticketUrl(id), edit, ifMatch(version)));
  }

  /** The reader has looked at it, or wants it to stay unread. */
  async mark(id: string, { unread }: { readonly unread: boolean }): Promise<void> {
    const url = `${ticketUrl(id)}/read`;
    await firstValueFrom(unread ? this.http.delete(url) : this.http.put(url, null));
  }

  /** Into the bin. */
  async delete(id: string, version: number): Promise<void> {
    await firstValueFrom(this.http.delete(ticketUrl(id), ifMatch(version)));
  }

  /** Out of the bin again. */
  restore(id: string): Promise<Ticket> {
    return firstValueFrom(this.http.post<Ticket>(`${ticketUrl(id)}/restore`, null));
  }

  /** Out of the bin for good, with everything that belongs to it. */
  async purge(id: string, version: number): Promise<void> {
    await firstValueFrom(this.http.delete(ticketUrl(id), { params: { purge: true }, ...ifMatch(version) }));
  }

  /** Takes back the own last change. */
  undo(id: string): Promise<Ticket> {
    return firstValueFrom(this.http.post<Ticket>(`${ticketUrl(id)}/undo`, null));
  }

  /** The same change to many; each is answered for itself. */
  changeMany(ids: readonly string[], change: BulkChange): Promise<BulkAnswer> {
    return firstValueFrom(this.http.post<BulkAnswer>(`${TICKETS_URL}/bulk`, { ids, change }));
  }

  undoMany(bulkId: string): Promise<BulkAnswer> {
    return firstValueFrom(this.http.post<BulkAnswer>(`${TICKETS_URL}/bulk/${encodeURIComponent(bulkId)}/undo`, null));
  }

  /** @param key under which it is added once, however often it is sent */
  addComment(id: string, comment: NewCommentBody, key: string): Promise<AddedComment> {
    return this.postOnce<AddedComment>(`${ticketUrl(id)}/comments`, comment, key);
  }

  editComment(id: string, commentId: string, body: string): Promise<Comment> {
    return firstValueFrom(this.http.patch<Comment>(commentUrl(id, commentId), { body }));
  }

  /** Erases its text for good. */
  redactComment(id: string, commentId: string): Promise<Comment> {
    return firstValueFrom(this.http.post<Comment>(`${commentUrl(id, commentId)}/redaction`, null));
  }

  /** The oldest first. */
  comments(id: string, cursor: string | null, isAwaited: boolean): Promise<PageOf<Comment>> {
    const options = { params: pageAt(cursor), context: background(!isAwaited) };
    return firstValueFrom(this.http.get<PageOf<Comment>>(`${ticketUrl(id)}/comments`, options));
  }

  /** The oldest first. */
  activity(id: string, cursor: string | null, isAwaited: boolean): Promise<PageOf<Activity>> {
    const options = { params: pageAt(cursor), context: background(!isAwaited) };
    return firstValueFrom(this.http.get<PageOf<Activity>>(`${ticketUrl(id)}/activity`, options));
  }

  /** While the server still works on the first sending, its answer is waited for. */
  private postOnce<T>(url: string, body: object, key: string, headers: Record<string, string> = {}): Promise<T> {
    const answer = this.http.post<T>(url, body, { headers: { ...headers, 'Idempotency-Key': key } });
    return firstValueFrom(answer.pipe(retry({ count: PATIENCE, delay: whenStillRunning })));
  }
}

function whenStillRunning(error: unknown): Observable<unknown> {
  const isRunning = error instanceof Problem && error.code === 'still_running';
  return isRunning ? timer((error.facts.retryAfter ?? 1) * 1000) : throwError(() => error);
}

function commentUrl(id: string, commentId: string): string {
  return `${ticketUrl(id)}/comments/${encodeURIComponent(commentId)}`;
}

export function ticketUrl(id: string): string {
  return `${TICKETS_URL}/${encodeURIComponent(id)}`;
}

/** The ticket as it stands now, where a change was refused because it moved on meanwhile. */
export function presentTicketIn(error: unknown): Ticket | null {
  if (!(error instanceof Problem) || error.code !== 'out_of_date') return null;
  return isTicket(error.facts.current) ? error.facts.current : null;
}

function isTicket(value: unknown): value is Ticket {
  return typeof value === 'object' && value !== null && 'version' in value && 'number' in value;
}

function ifMatch(version: number): { headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

function background(isInBackground: boolean): HttpContext {
  return new HttpContext().set(IN_BACKGROUND, isInBackground);
}

function pageAt(cursor: string | null): Record<string, string | number> {
  return cursor === null ? { limit: LARGEST_PAGE } : { limit: LARGEST_PAGE, cursor };
}
