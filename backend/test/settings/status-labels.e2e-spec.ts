import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Problem, type Somebody } from '../app/builders.js';

type StatusList = components['schemas']['StatusListDto'];

describe('the words of the statuses', () => {
  let app: TestApp;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    admin = await aUser(app, 'admin');
  });
  afterAll(() => app.close());

  const relabel = (items: unknown): Promise<{ status: number; body: StatusList & Problem }> =>
    admin.api.patch<StatusList & Problem>('/statuses', { items });

  async function codesTold(): Promise<string[][]> {
    const rows: { payload: { codes: string[] } }[] = await app.dataSource.query(
      "SELECT payload FROM activity WHERE kind = 'status.relabelled' ORDER BY position",
    );
    return rows.map(({ payload }) => payload.codes);
  }

  it('are chosen by an admin, read by everybody, and taken back', async () => {
    const labels = [
      { code: 'submitted', label: ' Handed in ' },
      { code: 'on_hold', label: 'Parked' },
    ];
    const { status, body } = await relabel(labels);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(7);
    const read = await (await aUser(app)).api.get<StatusList>('/statuses');
    expect(read.body).toEqual(body);
    expect(body.items.filter(({ label }) => label !== null).map(({ code, label }) => [code, label])).toEqual([
      ['submitted', 'Handed in'],
      ['on_hold', 'Parked'],
    ]);
    await relabel([{ code: 'submitted', label: 'Handed in' }]);
    await relabel([]);
    await relabel([
      { code: 'submitted', label: null },
      { code: 'on_hold', label: 'Parked' },
    ]);
    expect(await codesTold()).toEqual([['submitted', 'on_hold'], ['submitted']]);
  });

  it.each([
    ['no list', {}, '/items'],
    ['another status', [{ code: 'lost', label: 'Lost' }], '/items/0/code'],
    ['no words', [{ code: 'closed', label: ' ' }], '/items/0/label'],
    ['too many words', [{ code: 'closed', label: 'x'.repeat(41) }], '/items/0/label'],
    ['nothing said', [{ code: 'closed' }], '/items/0/label'],
    [
      'one status twice',
      [
        { code: 'closed', label: 'A' },
        { code: 'closed', label: 'B' },
      ],
      '/items',
    ],
    ['a text for a status', ['closed'], '/items'],
    ['nothing for a status', [null], '/items'],
  ])('refuse %s', async (_, items, pointer) => {
    const before = await codesTold();
    const { status, body } = await relabel(items);
    expect(status).toBe(422);
    expect(body.errors?.[0]?.pointer).toMatch(new RegExp(`^${pointer}`));
    expect(await codesTold()).toEqual(before);
  });
});
