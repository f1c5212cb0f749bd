import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Somebody } from '../app/builders.js';
import { countStatements } from '../app/statements.js';

type News = components['schemas']['UnreadTicketsDto'];

describe('what somebody has not looked at', () => {
  let app: TestApp;
  let emma: Somebody;
  let liam: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, liam] = await Promise.all([aUser(app), aUser(app, 'agent')]);
  });
  afterAll(() => app.close());

  async function newsOf({ api }: Somebody, limit = 10): Promise<News> {
    return (await api.get<News>(`/unread?limit=${limit}`)).body;
  }

  it('tells who did what last, and nobody of what is not his', async () => {
    const ticket = await aTicket(emma);
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'Which floor?' });
    await liam.api.post(`/tickets/${ticket.id}/comments`, { body: 'A note among us.', internal: true });
    const { items, total } = await newsOf(emma);
    expect(total).toEqual({ value: 1, relation: 'eq' });
    expect(items).toHaveLength(1);
    // Neither the note, which is not for her, nor the status, which moved by itself.
    expect(items[0]).toMatchObject({
      ticket: { id: ticket.id, unread: true },
      last: { kind: 'comment.added', actor: { id: liam.id }, payload: { internal: false }, public: true },
    });
    expect((await newsOf(liam)).items).toEqual([]);
    expect((await newsOf(await aUser(app))).items).toEqual([]);
  });

  it('is few statements, however much it is', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      const { id } = await aTicket(emma);
      await liam.api.post(`/tickets/${id}/comments`, { body: 'Which floor?' });
    }
    for (const limit of [1, 10])
      expect(await countStatements(app, () => emma.api.get(`/unread?limit=${limit}`))).toBeLessThanOrEqual(4);
  });

  it('is looked at as a whole, but for what came after it was shown', async () => {
    const { asOf, total } = await newsOf(emma, 1);
    expect(total.value).toBeGreaterThan(1);
    app.clock.advance(1_000);
    const later = await aTicket(emma);
    await liam.api.post(`/tickets/${later.id}/comments`, { body: 'Which floor?' });
    expect((await emma.api.delete(`/unread?until=${asOf}`)).status).toBe(204);
    expect((await newsOf(emma)).items.map(({ ticket }) => ticket.id)).toEqual([later.id]);
    expect((await emma.api.delete('/unread')).status).toBe(204);
    expect((await newsOf(emma)).total.value).toBe(0);
  });
});
