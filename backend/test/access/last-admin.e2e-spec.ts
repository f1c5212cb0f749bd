import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Person, type Problem, type Somebody } from '../app/builders.js';

describe('S06 the last active admin', () => {
  let app: TestApp;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    ada = await aUser(app, 'admin', 'Ada');
  });
  afterAll(() => app.close());

  const change = (by: Somebody, whom: Somebody, to: object): Promise<{ status: number; body: Problem }> =>
    by.api.patch<Problem>(`/users/${whom.id}`, to);

  async function activeAdmins(): Promise<number> {
    const { body } = await ada.api.get<{ items: Person[] }>('/users?role=admin&disabled=false');
    return body.items.length;
  }

  it('S06 can be neither demoted nor disabled, by himself', async () => {
    for (const to of [{ role: 'employee' }, { role: 'agent' }, { disabled: true }, { role: 'agent', disabled: true }]) {
      const { status, body } = await change(ada, ada, to);
      expect([status, body.code]).toEqual([409, 'last_admin']);
    }
    expect((await change(ada, ada, { role: 'admin', disabled: false })).status).toBe(200);
  });

  it('S06 is not saved by an admin who is disabled', async () => {
    const bob = await aUser(app, 'admin', 'Bob');
    expect((await change(ada, bob, { disabled: true })).status).toBe(200);
    expect((await change(ada, ada, { role: 'agent' })).body.code).toBe('last_admin');
  });

  it('S06 stays when two admins demote or disable each other at once', async () => {
    for (const to of [{ role: 'employee' }, { disabled: true }]) {
      for (let round = 0; round < 5; round += 1) {
        const eve = await aUser(app, 'admin', 'Eve');
        const uma = await aUser(app, 'admin', 'Uma');
        await app.dataSource.query("UPDATE users SET role = 'agent' WHERE id = $1", [ada.id]);
        const answers = await Promise.all([change(eve, uma, to), change(uma, eve, to)]);
        await app.dataSource.query("UPDATE users SET role = 'admin' WHERE id = $1", [ada.id]);
        expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)[0]).toBe(200);
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
        expect(await activeAdmins()).toBe(2);
        for (const left of [eve, uma]) await change(ada, left, { role: 'employee' });
      }
    }
  });

  it('S06 whoever was demoted a moment ago demotes nobody, even with other admins left', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [eve, uma] = [await aUser(app, 'admin', 'Eve'), await aUser(app, 'admin', 'Uma')];
      const answers = await Promise.all([
        change(eve, uma, { role: 'employee' }),
        change(uma, eve, { role: 'employee' }),
      ]);
      expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 403]);
      for (const left of [eve, uma]) await change(ada, left, { role: 'employee' });
    }
  });

  it('S06 stays when each of four admins leaves the role at once, and nobody waits for ever', async () => {
    const others = await Promise.all(['Ben', 'Cid', 'Dan'].map((name) => aUser(app, 'admin', name)));
    const leavers = [ada, ...others];
    const filing = others.map((other) => aTicket(ada, { requesterId: other.id }));
    const answers = await Promise.all(leavers.map((leaver) => change(leaver, leaver, { role: 'agent' })));
    await Promise.allSettled(filing);
    const stayed = leavers.filter((_, at) => answers[at]!.status !== 200);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 200, 200, 409]);
    await app.dataSource.query("UPDATE users SET role = 'admin' WHERE id = $1", [ada.id]);
    expect(stayed).toHaveLength(1);
  });

  it('S06 nobody makes himself more than he is', async () => {
    for (const role of ['employee', 'agent'] as const) {
      const climber = await aUser(app, role);
      expect((await change(climber, climber, { role: 'admin' })).status).toBe(403);
      expect((await climber.api.patch('/auth/me', { role: 'admin' })).status).toBe(400);
      const me = await climber.api.get<{ role: string }>('/auth/me');
      expect(me.body.role).toBe(role);
    }
    const draft = { name: 'Climber', email: 'climber@example.org', password: 'lampshade over the sea', role: 'admin' };
    expect((await ada.api.post('/auth/register', draft)).status).toBe(400);
  });
});
