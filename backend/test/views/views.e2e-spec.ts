import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Problem, type Somebody } from '../app/builders.js';
import { DESCRIPTION } from '../app/description.js';

type View = components['schemas']['ViewDto'];
type Views = components['schemas']['ViewListDto'];

describe('saved views', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let mia: Somebody;
  let ada: Somebody;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Emma');
    [liam, mia] = [await aUser(app, 'agent', 'Liam'), await aUser(app, 'agent', 'Mia')];
    ada = await aUser(app, 'admin', 'Ada');
  });
  afterAll(() => app.close());

  async function aView(by: Somebody, fields: object = {}): Promise<View> {
    const { status, body } = await by.api.post<View>('/views', { name: 'Mine alone', filters: {}, ...fields });
    expect(status).toBe(201);
    return body;
  }

  const viewsOf = async (reader: Somebody): Promise<Views> => (await reader.api.get<Views>('/views')).body;
  const idsOf = async (reader: Somebody): Promise<string[]> => (await viewsOf(reader)).items.map(({ id }) => id);

  it('keep what they were given: the filters that are set, and the columns in the order of the table', async () => {
    const filters = { phase: ['new', 'active'], assignee: 'me', watching: false };
    const columns = ['updatedAt', 'number', 'number'];
    const view = await aView(liam, { name: ' Urgent ', shared: true, filters, sort: '-priority', columns });
    expect(view).toMatchObject({
      ...{ name: 'Urgent', shared: true, mine: true, owner: { id: liam.id, name: 'Liam' }, sort: '-priority' },
      ...{ filters: { phase: ['new', 'active'], assignee: 'me' }, columns: ['number', 'subject', 'updatedAt'] },
    });
    expect(view.filters).not.toHaveProperty('watching');
    expect((await viewsOf(liam)).items).toContainEqual(view);
    expect((await viewsOf(mia)).items).toContainEqual({ ...view, mine: false });
  });

  it('are nobody else’s business while they are private, also for admins', async () => {
    const view = await aView(liam);
    expect([await idsOf(liam), await idsOf(mia), await idsOf(ada)].map((ids) => ids.includes(view.id))).toEqual([
      ...[true, false, false],
    ]);
    for (const other of [mia, ada]) {
      expect((await other.api.patch(`/views/${view.id}`, { name: 'Yours' })).status).toBe(404);
      expect((await other.api.delete(`/views/${view.id}`)).status).toBe(404);
    }
  });

  it('are changed by their owner, and by admins where they are shared', async () => {
    const view = await aView(liam, { shared: true });
    const path = `/views/${view.id}`;
    expect((await mia.api.patch<Problem>(path, { name: 'Yours' })).body.code).toBe('not_allowed');
    expect((await mia.api.delete<Problem>(path)).body.code).toBe('not_allowed');
    const renamed = await ada.api.patch<View>(path, { name: 'Ours', filters: { assignee: 'none' } });
    expect(renamed.body).toMatchObject({ name: 'Ours', filters: { assignee: 'none' }, mine: false, shared: true });
    expect((await ada.api.delete(path)).status).toBe(204);
    expect((await liam.api.patch(path, { name: 'Gone' })).status).toBe(404);
  });

  it('are not for employees, who have their standing ones', async () => {
    await aView(liam, { shared: true });
    const { standing, items } = await viewsOf(emma);
    expect([standing.map(({ id }) => id), items]).toEqual([['mine', 'watching'], []]);
    expect((await emma.api.post<Problem>('/views', { name: 'Mine', filters: {} })).body.code).toBe('not_allowed');
  });

  it('stay shared when their owner is disabled or works here no more', async () => {
    const nora = await aUser(app, 'agent', 'Nora');
    const view = await aView(nora, { shared: true });
    await ada.api.patch(`/users/${nora.id}`, { role: 'employee', disabled: true });
    expect((await viewsOf(mia)).items.find(({ id }) => id === view.id)?.owner.name).toBe('Nora');
    expect((await ada.api.patch<View>(`/views/${view.id}`, { name: 'Ours' })).status).toBe(200);
  });

  it('take the filters of the list and no others, by the rules of the list', async () => {
    const refused = async (fields: object): Promise<unknown[]> => {
      const { status, body } = await liam.api.post<Problem>('/views', { name: 'A', filters: {}, ...fields });
      return [status, body.errors?.[0]?.pointer];
    };
    expect(await refused({ filters: { colour: 'red' } })).toEqual([400, '/filters/colour']);
    for (const name of ['sort', 'deleted', 'limit', 'cursor', 'total']) {
      expect(await refused({ filters: { [name]: 'true' } })).toEqual([400, `/filters/${name}`]);
    }
    expect(await refused({ filters: { phase: ['new', 'odd'] } })).toEqual([422, '/filters/phase']);
    expect(await refused({ filters: { assignee: 'everybody' } })).toEqual([422, '/filters/assignee']);
    for (const filters of [null, 'phase=new', []]) expect(await refused({ filters })).toEqual([422, '/filters']);
    expect(await refused({ sort: 'subject' })).toEqual([422, '/sort']);
    expect(await refused({ columns: ['subject', 'colour'] })).toEqual([422, '/columns']);
    expect(await refused({ shared: 'yes' })).toEqual([422, '/shared']);
    for (const name of ['', ' ', 'x'.repeat(61), null]) expect(await refused({ name })).toEqual([422, '/name']);
    const { properties: taken = {} } = DESCRIPTION.components.schemas.ViewFiltersDto ?? {};
    const parameters = DESCRIPTION.paths['/api/v1/tickets']?.get?.parameters ?? [];
    const ofList = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    const pages = ['sort', 'deleted', 'limit', 'cursor', 'total'];
    expect(Object.keys(taken).sort()).toEqual(ofList.filter((name) => !pages.includes(name)).sort());
  });

  it('are at most so many a person, and so many shared', async () => {
    const zoe = await aUser(app, 'agent', 'Zoe');
    for (let made = 0; made < LIMITS.view.own; made += 1) await aView(zoe, { name: `${made}` });
    expect((await zoe.api.post<Problem>('/views', { name: 'More', filters: {} })).body.code).toBe('conflict');
    const fill = `INSERT INTO saved_views SELECT gen_random_uuid(), $1, 'Shared', true, '{}', 'number', '{subject}', now(), now()
      FROM generate_series(1, $2 - (SELECT count(*) FROM saved_views WHERE shared))`;
    await app.dataSource.query(fill, [mia.id, LIMITS.view.shared]);
    const own = await aView(ada);
    expect((await ada.api.patch<Problem>(`/views/${own.id}`, { shared: true })).body.code).toBe('conflict');
    expect((await ada.api.post<Problem>('/views', { name: 'A', filters: {}, shared: true })).status).toBe(409);
    await app.dataSource.query("DELETE FROM saved_views WHERE name = 'Shared'");
    expect((await ada.api.patch<View>(`/views/${own.id}`, { shared: true })).body.shared).toBe(true);
  });

  it('leave entries that name fields and hold no text, and none where nothing changes', async () => {
    const view = await aView(liam, { name: 'canary-name', filters: { priority: ['high'] } });
    const path = `/views/${view.id}`;
    await liam.api.patch(path, { name: 'canary-other', columns: ['subject'] });
    const same = await liam.api.patch<View>(path, { name: 'canary-other', filters: { priority: ['high'] } });
    expect(same.status).toBe(200);
    await liam.api.delete(path);
    const entries: unknown[] = await app.dataSource.query(
      'SELECT kind, subject_type, payload, public FROM activity WHERE subject_id = $1 ORDER BY position',
      [view.id],
    );
    const about = { subject_type: 'view', public: false };
    expect(entries).toEqual([
      { ...about, kind: 'view.created', payload: { shared: false } },
      { ...about, kind: 'view.changed', payload: { shared: false, fields: ['name', 'columns'] } },
      { ...about, kind: 'view.deleted', payload: { shared: false } },
    ]);
  });

  it('S03 name what is gone, or was never there, and then have nobody’s tickets', async () => {
    const view = await aView(liam, { filters: { category: [newId()], assignee: newId() } });
    const { body } = await liam.api.get<components['schemas']['ViewCountsDto']>('/views/counts');
    expect(body.items.find(({ id }) => id === view.id)).toEqual({ id: view.id, value: 0, relation: 'eq' });
  });
});
