import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import { newId } from '../../src/platform/ids.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Problem, type Somebody } from '../app/builders.js';

type Snippet = components['schemas']['SnippetDto'];
type List = components['schemas']['SnippetListDto'];

const THANKS = { name: 'Thanks', body: 'Thank you, {{requester.firstName}}.\n\n{{me.name}}' };

describe('snippets', () => {
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

  async function aSnippet(by: Somebody, fields: object = {}): Promise<Snippet> {
    const { status, body } = await by.api.post<Snippet>('/snippets', { ...THANKS, ...fields });
    expect(status).toBe(201);
    return body;
  }

  const listOf = async (reader: Somebody): Promise<Snippet[]> => (await reader.api.get<List>('/snippets')).body.items;
  const seers = async ({ id }: Snippet): Promise<boolean[]> =>
    Promise.all([liam, mia, ada].map(async (reader) => (await listOf(reader)).some((each) => each.id === id)));

  it('are nobody else’s business while they are somebody’s own, also for admins', async () => {
    const snippet = await aSnippet(liam);
    expect(snippet).toMatchObject({ ...THANKS, shared: false, mayChange: true });
    expect(await seers(snippet)).toEqual([true, false, false]);
    for (const stranger of [mia, ada]) {
      const answers = [
        await stranger.api.patch<Problem>(`/snippets/${snippet.id}`, { name: 'Mine now' }),
        await stranger.api.delete<Problem>(`/snippets/${snippet.id}`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
    expect((await emma.api.get('/snippets')).status).toBe(403);
  });

  it('are shared, changed and deleted by admins only, once all staff have them', async () => {
    const refused = await liam.api.post<Problem>('/snippets', { ...THANKS, shared: true });
    expect([refused.status, refused.body.detail]).toEqual([403, 'Only admins share a snippet with all staff.']);
    const own = await aSnippet(liam);
    expect((await liam.api.patch(`/snippets/${own.id}`, { shared: true })).status).toBe(403);

    const shared = await aSnippet(ada, { shared: true });
    expect(await seers(shared)).toEqual([true, true, true]);
    expect((await listOf(liam)).find(({ id }) => id === shared.id)?.mayChange).toBe(false);
    expect((await liam.api.patch(`/snippets/${shared.id}`, { body: 'Bye.' })).status).toBe(403);
    expect((await liam.api.delete(`/snippets/${shared.id}`)).status).toBe(403);
    const bob = await aUser(app, 'admin', 'Bob');
    expect((await bob.api.patch(`/snippets/${shared.id}`, { body: 'Bye.' })).status).toBe(200);
    expect((await bob.api.patch(`/snippets/${shared.id}`, { shared: false })).status).toBe(200);
    expect(await seers(shared)).toEqual([false, false, true]);
    expect((await ada.api.delete(`/snippets/${shared.id}`)).status).toBe(204);
  });

  it('are refused with a variable that nobody knows, new and changed', async () => {
    const body = 'Hello {{requester.nme}}';
    const snippet = await aSnippet(liam);
    for (const answer of [
      await liam.api.post<Problem>('/snippets', { ...THANKS, body }),
      await liam.api.patch<Problem>(`/snippets/${snippet.id}`, { body }),
    ]) {
      expect([answer.status, answer.body.errors]).toEqual([
        422,
        [{ pointer: '/body', code: 'unknown', detail: 'There is no variable {{requester.nme}}.' }],
      ]);
    }
  });

  it('have limits: so many of one’s own, and so many shared', async () => {
    const nora = await aUser(app, 'admin', 'Nora');
    const fill = `INSERT INTO snippets SELECT gen_random_uuid(), $1, 'Made', 'Text', $2, now(), now()
      FROM generate_series(1, $3 - (SELECT count(*) FROM snippets WHERE shared = $2 AND (shared OR owner_id = $1)))`;
    await app.dataSource.query(fill, [nora.id, false, LIMITS.snippet.own]);
    await app.dataSource.query(fill, [nora.id, true, LIMITS.snippet.shared - 1]);
    expect((await nora.api.post('/snippets', THANKS)).status).toBe(409);
    const last = await aSnippet(nora, { shared: true });
    expect((await nora.api.post('/snippets', { ...THANKS, shared: true })).status).toBe(409);
    // There is no room for it among the own ones.
    expect((await nora.api.patch(`/snippets/${last.id}`, { shared: false })).status).toBe(409);
    await app.dataSource.query("DELETE FROM snippets WHERE name = 'Made'");
  });

  it('leave their kind of change on the trail, and no word of what they say', async () => {
    const snippet = await aSnippet(liam, { name: `Unheard ${newId()}` });
    await liam.api.patch(`/snippets/${snippet.id}`, { name: snippet.name, body: THANKS.body });
    await liam.api.patch(`/snippets/${snippet.id}`, { body: 'Other words.' });
    await liam.api.delete(`/snippets/${snippet.id}`);
    const entries: object[] = await app.dataSource.query(
      'SELECT subject_type, public, kind, payload FROM activity WHERE subject_id = $1 ORDER BY position',
      [snippet.id],
    );
    const about = { subject_type: 'installation', public: false };
    expect(entries).toEqual([
      { ...about, kind: 'snippet.created', payload: { shared: false } },
      { ...about, kind: 'snippet.changed', payload: { fields: ['body'], shared: false } },
      { ...about, kind: 'snippet.deleted', payload: { shared: false } },
    ]);
  });
});
