import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { newId } from '../../src/platform/ids.js';
import type { TestApp } from '../app/app.js';

/** Writes an entry about that ticket past the app, whose transaction may then be held open. Gives its id. */
export async function append(manager: EntityManager, ticketId: string): Promise<string> {
  const [id] = await appendMany(manager, ticketId, 1);
  return id!;
}

export async function appendMany(
  manager: EntityManager,
  ticketId: string,
  count: number,
  payload: object = {},
): Promise<string[]> {
  const about = { at: new Date(), kind: 'ticket.priority_changed', subject_type: 'ticket', subject_id: ticketId };
  const more = { actor_id: null, payload, public: true, request_id: null, bulk_id: null };
  const entries = Array.from({ length: count }, () => ({ id: newId(), ...about, ...more }));
  await manager.query('SELECT append_activity($1)', [JSON.stringify(entries)]);
  return entries.map(({ id }) => id);
}

/** Changes that begin in one order and commit in another one, some of them never, until they are stopped. */
export async function writeOutOfOrder(app: TestApp, ticketId: string, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await app.dataSource
      .transaction(async (manager) => {
        await append(manager, ticketId);
        await pause(Math.random() * 60);
        if (Math.random() < 0.5) await append(manager, ticketId);
        if (Math.random() < 0.1) throw new Error('rolled back');
      })
      .catch(() => undefined);
    await pause(Math.random() * 20);
  }
}
