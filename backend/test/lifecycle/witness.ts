import { setTimeout as pause } from 'node:timers/promises';
import type { App } from './installation.js';

interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly version: number;
}

interface Comment {
  readonly id: string;
  readonly body: string;
}

interface Entry {
  readonly kind: string;
  readonly payload: { readonly commentId?: string; readonly to?: unknown };
}

/** What the app answered with 2xx for one ticket. */
interface Acknowledged {
  readonly subject: string;
  readonly comments: Map<string, string>;
  version: number;
}

const WRITERS = 4;

/** Writes through the API from outside, and keeps what was acknowledged where no kill reaches it. */
export class Witness {
  readonly tickets = new Map<string, Acknowledged>();
  writes = 0;
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();

  begin(app: App): void {
    this.stopped = false;
    this.running = Promise.all(Array.from({ length: WRITERS }, (_, writer) => this.write(app, writer)));
  }

  async end(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Files a ticket, takes it and comments on it, over and over, until a request fails. */
  private async write(app: App, writer: number): Promise<void> {
    try {
      for (let round = 0; !this.stopped; round += 1)
        await this.writeOne(app, `Witness ${writer}.${round} of ${app.url}`);
    } catch {
      // The app was killed under this request: nobody knows whether it was written, and both are right.
      await pause(10);
    }
  }

  private async writeOne(app: App, subject: string): Promise<void> {
    const filed = await app.call<Ticket>('POST', '/tickets', { subject, description: 'Something does not work.' });
    if (filed.status !== 201) throw new Error(`${filed.status} ${JSON.stringify(filed.body)}`);
    const ticket: Acknowledged = { subject, comments: new Map(), version: filed.body.version };
    this.tickets.set(filed.body.id, ticket);
    this.writes += 1;
    const path = `/tickets/${filed.body.id}`;
    for (const body of [`${subject}, one reply`, `${subject}, another`]) {
      const added = await app.call<Comment>('POST', `${path}/comments`, { body });
      if (added.status !== 201) throw new Error(`${added.status} ${JSON.stringify(added.body)}`);
      ticket.comments.set(added.body.id, body);
      this.writes += 1;
    }
    const { etag } = await app.call('GET', path);
    const cancelled = await app.call<Ticket>('POST', `${path}/status`, { status: 'cancelled' }, { 'if-match': etag });
    if (cancelled.status !== 200) throw new Error(`${cancelled.status} ${JSON.stringify(cancelled.body)}`);
    ticket.version = cancelled.body.version;
    this.writes += 1;
  }

  /** Everything in which the installation differs from what was acknowledged, or from a whole. */
  async faults(app: App, sinceNumber: number): Promise<{ faults: string[]; lastNumber: number }> {
    const faults: string[] = [];
    const all = await app.all<Ticket>('/tickets?sort=number');
    const present = new Map(all.map((ticket) => [ticket.id, ticket]));
    for (const [id, { subject }] of this.tickets) if (present.get(id)?.subject !== subject) faults.push(`lost ${id}`);
    for (const ticket of all.filter(({ number }) => number > sinceNumber)) {
      faults.push(...(await this.faultsOf(app, ticket)));
    }
    return { faults, lastNumber: all.at(-1)?.number ?? 0 };
  }

  /** One created entry for the ticket and one for each comment, and every acknowledged comment and version there. */
  private async faultsOf(app: App, ticket: Ticket): Promise<string[]> {
    const [comments, trail] = await Promise.all([
      app.all<Comment>(`/tickets/${ticket.id}/comments`),
      app.all<Entry>(`/tickets/${ticket.id}/activity`),
    ]);
    const created = trail.filter(({ kind }) => kind === 'ticket.created').length;
    const recorded = trail.filter(({ kind }) => kind === 'comment.added').map(({ payload }) => payload.commentId);
    const acknowledged = this.tickets.get(ticket.id);
    const lost = [...(acknowledged?.comments ?? [])].filter(
      ([id, body]) => !comments.some((comment) => comment.id === id && comment.body === body),
    );
    return [
      ...(created === 1 ? [] : [`${ticket.number} has ${created} created entries`]),
      ...(recorded.toSorted().join() ===
      comments
        .map(({ id }) => id)
        .toSorted()
        .join()
        ? []
        : [`${ticket.number} has comments without entries, or entries without comments`]),
      ...lost.map(([id]) => `lost comment ${id} of ${ticket.number}`),
      ...(ticket.version >= (acknowledged?.version ?? 0) ? [] : [`${ticket.number} lost a change`]),
    ];
  }
}
