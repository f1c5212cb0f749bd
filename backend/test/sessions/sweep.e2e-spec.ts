import { expect, it } from '@jest/globals';
import { SessionSweep } from '../../src/auth/sessions/session-sweep.js';
import { DAY } from '../../src/platform/clock.js';
import { startApp } from '../app/app.js';
import { aUser, type Person, signedIn } from '../app/builders.js';

it('ended sessions and dead links are swept after thirty days, but when somebody was seen last stays known', async () => {
  const app = await startApp();
  const [emma, ada] = [await aUser(app), await aUser(app, 'admin')];
  app.clock.advance(60_000);
  const later = await signedIn(app, emma);
  await ada.api.post(`/users/${emma.id}/reset-link`);
  await later.delete('/auth/sessions');
  await later.post('/auth/logout');
  const count = async (table: string): Promise<number> => {
    const rows: unknown[] = await app.dataSource.query(`SELECT FROM ${table} WHERE user_id = $1`, [emma.id]);
    return rows.length;
  };
  const sweep = app.nest.get(SessionSweep);
  app.clock.advance(29 * DAY);
  await sweep.sweep();
  expect([await count('sessions'), await count('one_time_tokens')]).toEqual([2, 1]);
  const adminNow = await signedIn(app, ada);
  const [before] = (await adminNow.get<{ items: Person[] }>(`/users?q=${emma.email}`)).body.items;
  app.clock.advance(3 * DAY);
  await sweep.sweep();
  expect([await count('sessions'), await count('one_time_tokens')]).toEqual([1, 0]);
  const [after] = (await (await signedIn(app, ada)).get<{ items: Person[] }>(`/users?q=${emma.email}`)).body.items;
  expect([before?.lastSeenAt !== null, after?.lastSeenAt]).toEqual([true, before?.lastSeenAt]);
  await app.close();
});
