import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { type Activity, aPerson, aTicket, aUser, type Comment, type PageOf, type Somebody } from '../app/builders.js';

describe('mentions of staff in internal notes', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;
  let people: Record<string, string>;

  beforeAll(async () => {
    app = await startApp();
    emma = await aUser(app, 'employee', 'Emma Thorn');
    liam = await aUser(app, 'agent', 'Liam Ott');
    const staff = ['Ann', 'Ann Lee', 'Ann-Marie', 'C++ (Bob)', 'Zoë Groß'];
    const made = await Promise.all(staff.map((name) => aPerson(app, 'agent', name)));
    people = Object.fromEntries([...made, emma, liam].map(({ name, id }) => [id, name]));
    const gone = await aPerson(app, 'agent', 'Dora Gone');
    await app.dataSource.query('UPDATE users SET disabled_at = now() WHERE id = $1', [gone.id]);
  });
  afterAll(() => app.close());

  async function written(body: string, internal = true, by = liam): Promise<Comment> {
    const ticket = await aTicket(emma);
    return (await by.api.post<Comment>(`/tickets/${ticket.id}/comments`, { body, internal })).body;
  }

  it.each([
    ['Ask @Ann Lee about it.', ['Ann Lee']],
    ['@ann and @ANN LEE, please', ['Ann', 'Ann Lee']],
    ['@Ann Leeward is not here', ['Ann']],
    ['@Ann-Marie knows', ['Ann-Marie']],
    ['(@Zoë Groß), **@C++ (Bob)**', ['C++ (Bob)', 'Zoë Groß']],
    ['@Annual, mail@Ann, ann@ann.example, Ann', []],
    ['@Emma Thorn and @Dora Gone', []],
    ['Nobody at all', []],
  ])('%s names %j', async (body, names) => {
    const { mentions } = await written(body);
    expect(mentions.map(({ name }) => name)).toEqual(names);
  });

  it('means all who have that name', async () => {
    const twins = [await aPerson(app, 'agent', 'Max Twin'), await aPerson(app, 'admin', 'Max Twin')];
    const { mentions } = await written('@Max Twin');
    expect(mentions.map(({ id }) => id).toSorted()).toEqual(twins.map(({ id }) => id).toSorted());
  });

  it('finds nobody in a reply', async () => {
    expect((await written('Hello @Ann Lee', false)).mentions).toEqual([]);
    expect((await written('Hello @Ann Lee', false, emma)).mentions).toEqual([]);
  });

  it('are read anew when the note is edited, and stand on the trail as ids', async () => {
    const ticket = await aTicket(emma);
    const path = `/tickets/${ticket.id}/comments`;
    const note = await liam.api.post<Comment>(path, { body: '@Ann', internal: true });
    const edited = await liam.api.patch<Comment>(`${path}/${note.body.id}`, { body: '@Ann Lee and @Liam Ott' });
    expect(edited.body.mentions.map(({ name }) => name)).toEqual(['Ann Lee', 'Liam Ott']);
    const listed = await liam.api.get<PageOf<Comment>>(path);
    expect(listed.body.items[0]?.mentions).toEqual(edited.body.mentions);
    const { body } = await liam.api.get<PageOf<Activity>>(`/tickets/${ticket.id}/activity`);
    const named = body.items
      .filter(({ kind }) => kind.startsWith('comment.'))
      .map(({ payload }) => (payload.mentionIds as string[]).map((id) => people[id]).toSorted());
    expect(named).toEqual([['Ann'], ['Ann Lee', 'Liam Ott']]);
  });
});
