import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, PASSWORD, type Problem, type Somebody, unconfirm } from '../app/builders.js';

describe('an account that is not confirmed', () => {
  let app: TestApp;
  let admin: Somebody;
  let nora: Somebody;
  let agent: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [admin, nora, agent] = [await aUser(app, 'admin'), await aUser(app), await aUser(app, 'agent')];
    await unconfirm(app, nora);
  });
  afterAll(() => app.close());

  const settle = async (unconfirmedMay: string): Promise<void> => {
    expect((await admin.api.patch('/settings', { unconfirmedMay })).status).toBe(200);
  };
  const says = async (answer: Promise<{ status: number; body: unknown }>): Promise<unknown> => {
    const { status, body } = await answer;
    return status === 403 ? (body as Problem).code : status;
  };
  const permissions = async (): Promise<string[]> =>
    (await nora.api.get<{ permissions: string[] }>('/auth/me')).body.permissions;

  it('may do everything as it comes', async () => {
    const ticket = await aTicket(nora);
    expect(await says(nora.api.post(`/tickets/${ticket.id}/comments`, { body: 'More.' }))).toBe(201);
    expect(await permissions()).toContain('comment.reply');
  });

  it('may file and read where that is settled, on the next request, and is told what is missing', async () => {
    const [ticket, other] = [await aTicket(nora), await aTicket(agent)];
    await agent.api.post(`/tickets/${other.id}/watchers`, { email: nora.email });
    await settle('file_only');
    const late = await aTicket(agent);
    await agent.api.post(`/tickets/${late.id}/watchers`, { email: nora.email });
    const answers = {
      files: await says(nora.api.post('/tickets', { subject: 'No sound', description: 'Since today.' })),
      reads: await says(nora.api.get(`/tickets/${ticket.id}/comments`)),
      lists: await says(nora.api.get('/tickets')),
      watches: await says(nora.api.get(`/tickets/${late.id}`)),
      replies: await says(nora.api.post(`/tickets/${ticket.id}/comments`, { body: 'More.' })),
      exports: await says(nora.api.get('/tickets/export')),
      asksAgain: await says(nora.api.post('/auth/verify-email/request')),
      exists: await says(nora.api.post(`/tickets/${newId()}/comments`, { body: 'More.' })),
    };
    expect(answers).toEqual({
      ...{ files: 201, reads: 200, lists: 200, watches: 404, replies: 'unconfirmed', exports: 'unconfirmed' },
      ...{ asksAgain: 202, exists: 'unconfirmed' },
    });
    expect(await permissions()).not.toContain('comment.reply');
  });

  it('may do nothing but look after itself where that is settled; staff are vouched for', async () => {
    await settle('nothing');
    const answers = {
      reads: await says(nora.api.get('/tickets')),
      files: await says(nora.api.post('/tickets', { subject: 'No sound', description: 'Since today.' })),
      itself: await says(nora.api.get('/auth/me')),
      agent: await says(agent.api.get('/tickets')),
      admin: await says(admin.api.get('/settings')),
    };
    expect(answers).toEqual({ reads: 'unconfirmed', files: 'unconfirmed', itself: 200, agent: 200, admin: 200 });
    expect(await permissions()).toEqual(['session.own', 'profile.own']);
    const email = `${newId()}@example.org`;
    const { status, body, headers } = await new Api(app.url).post('/auth/register', {
      ...{ name: 'Nils', email, password: PASSWORD },
    });
    expect([status, body, headers.getSetCookie()]).toEqual([201, { user: null }, []]);
  });

  it('may do everything once it is confirmed, whatever is settled', async () => {
    await app.dataSource.query('UPDATE users SET email_confirmed_at = now() WHERE id = $1', [nora.id]);
    expect(await says(nora.api.get('/tickets'))).toBe(200);
    expect(await permissions()).toContain('comment.reply');
    await settle('everything');
  });
});
