import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STANDARD_CATEGORIES } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Problem, type Somebody, type Ticket } from '../app/builders.js';

type Category = components['schemas']['CategoryDto'];

describe('categories', () => {
  let app: TestApp;
  let admin: Somebody;
  let employee: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [admin, employee] = [await aUser(app, 'admin'), await aUser(app)];
  });
  afterAll(() => app.close());

  async function all(by = admin): Promise<Category[]> {
    return (await by.api.get<{ items: Category[] }>('/categories')).body.items;
  }

  async function aCategory(fields: object = {}): Promise<Category> {
    const { status, body } = await admin.api.post<Category>('/categories', { name: newId(), ...fields });
    expect(status).toBe(201);
    return body;
  }

  const change = (id: string, fields: object): Promise<{ status: number; body: Category & Problem }> =>
    admin.api.patch<Category & Problem>(`/categories/${id}`, fields);

  async function fieldsTold(id: string): Promise<string[][]> {
    const rows: { payload: { fields: string[] }; subject_type: string }[] = await app.dataSource.query(
      "SELECT payload, subject_type FROM activity WHERE kind = 'category.changed' AND subject_id = $1 ORDER BY position",
      [id],
    );
    expect(new Set(rows.map((row) => row.subject_type)).size).toBeLessThanOrEqual(1);
    return rows.map(({ payload }) => payload.fields);
  }

  it('are added at the end, described and active', async () => {
    const before = await all();
    const made = await aCategory({ name: ' Meeting rooms ', description: 'Screens', notifyEmail: 'Rooms@Example.org' });
    expect(made).toMatchObject({
      ...{ name: 'Meeting rooms', description: 'Screens', notifyEmail: 'rooms@example.org', active: true },
      position: before.length + 1,
    });
    expect((await all()).at(-1)).toEqual(made);
  });

  it('say only to admins who is told', async () => {
    const made = await aCategory({ notifyEmail: 'boss@example.org' });
    for (const person of [employee, await aUser(app, 'agent')]) {
      const seen = (await all(person)).find(({ id }) => id === made.id);
      expect(seen).toBeDefined();
      expect(seen).not.toHaveProperty('notifyEmail');
    }
  });

  it('have names of their own, whatever the case', async () => {
    const made = await aCategory({ name: 'Phones' });
    const again = await admin.api.post<Problem>('/categories', { name: 'PHONES' });
    expect([again.status, again.body.errors?.[0]?.pointer]).toEqual([422, '/name']);
    const other = await aCategory();
    const renamed = await change(other.id, { name: 'phones' });
    expect([renamed.status, renamed.body.errors?.[0]?.pointer]).toEqual([422, '/name']);
    expect((await change(made.id, { name: 'PHONES' })).body.name).toBe('PHONES');
  });

  it('the standard ones are known by a code under any name, and get their own words back', async () => {
    const hardware = (await all()).find(({ standard }) => standard === 'hardware')!;
    expect(hardware).toMatchObject(STANDARD_CATEGORIES.hardware);
    const renamed = await change(hardware.id, { name: 'Machines', description: '' });
    expect(renamed.body).toMatchObject({ name: 'Machines', description: '', standard: 'hardware' });
    const back = await change(hardware.id, { name: null, description: null });
    expect(back.body).toMatchObject({ ...STANDARD_CATEGORIES.hardware, standard: 'hardware' });
    const own = await aCategory({ description: 'Words' });
    expect((await change(own.id, { description: null })).body).toMatchObject({ description: '', standard: null });
    const nameless = await change(own.id, { name: null });
    expect([nameless.status, nameless.body.errors?.[0]?.pointer]).toEqual([422, '/name']);
  });

  it('two admins who take the same name at once do not both get it', async () => {
    const name = newId();
    const answers = await Promise.all([1, 2, 3].map(() => admin.api.post('/categories', { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
  });

  it('tell the fields that changed, and nothing when nothing did', async () => {
    const { id, name, position } = await aCategory();
    await change(id, { name, position, description: '', active: true, notifyEmail: null });
    await change(id, {});
    expect(await fieldsTold(id)).toEqual([]);
    await change(id, { name: newId(), notifyEmail: 'a@example.org', position: 1 });
    expect(await fieldsTold(id)).toEqual([['name', 'notifyEmail', 'position']]);
  });

  it('move to any place, and the others make room', async () => {
    const names = (await all()).map(({ name }) => name);
    const [first, second, third] = await all();
    await change(third!.id, { position: 1 });
    expect((await all()).map(({ name }) => name).slice(0, 3)).toEqual([third!.name, first!.name, second!.name]);
    await change(third!.id, { position: 3 });
    expect((await all()).map(({ name }) => name)).toEqual(names);
    await change(first!.id, { position: 100 });
    expect((await all()).at(-1)!.name).toBe(first!.name);
    await change(first!.id, { position: 1 });
    expect((await all()).map(({ name }) => name)).toEqual(names);
    expect((await all()).map(({ position }) => position)).toEqual(names.map((_, at) => at + 1));
  });

  it('keep an order without gaps or doubles when many are moved at once', async () => {
    const before = await all();
    const moves = before.map(({ id }, at) => change(id, { position: ((at * 7) % before.length) + 1 }));
    expect((await Promise.all(moves)).map(({ status }) => status)).toEqual(before.map(() => 200));
    const after = await all();
    expect(after.map(({ position }) => position)).toEqual(before.map((_, at) => at + 1));
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });

  it('that are not active cannot be chosen, and tickets keep them', async () => {
    const made = await aCategory();
    const ticket = await aTicket(employee, { categoryId: made.id });
    expect((await change(made.id, { active: false })).body.active).toBe(false);
    const { body } = await employee.api.get<Ticket>(`/tickets/${ticket.id}`);
    expect(body.category).toMatchObject({ id: made.id, name: made.name });
    const draft = { subject: 'Another', description: 'One more.', categoryId: made.id };
    const refused = await employee.api.post<Problem>('/tickets', draft);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/categoryId']);
  });

  it.each([
    ['an absent one', newId(), { name: 'X' }, 404],
    ['an id that is none', 'x', { name: 'X' }, 404],
  ])('of %s there is nothing to change', async (_, id, fields, status) => {
    expect((await change(id, fields)).status).toBe(status);
  });

  it.each([
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(61) }, '/name'],
    [{ description: 'x'.repeat(201) }, '/description'],
    [{ notifyEmail: 'nobody' }, '/notifyEmail'],
    [{ position: 0 }, '/position'],
    [{ position: 1.5 }, '/position'],
    [{ active: null }, '/active'],
  ])('refuse %j', async (fields, pointer) => {
    const { status, body } = await change((await all())[0]!.id, fields);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('are a hundred at most, and none of them need be active', async () => {
    for (const { id } of await all()) await change(id, { active: false });
    expect((await aTicket(employee)).category).toBeNull();
    for (let count = (await all()).length; count < 100; count += 1) await aCategory();
    const { status, body } = await admin.api.post<Problem>('/categories', { name: 'One more' });
    expect([status, body.code]).toEqual([409, 'conflict']);
  });
});
