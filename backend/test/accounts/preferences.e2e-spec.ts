import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_COLUMNS } from '@deskhand/shared';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Somebody } from '../app/builders.js';

describe('how somebody likes to work', () => {
  let app: TestApp;
  let liam: Somebody;

  beforeAll(async () => {
    app = await startApp();
    liam = await aUser(app, 'agent');
  });
  afterAll(() => app.close());

  const change = (body: object) => liam.api.patch<object>('/auth/me/preferences', body);

  it('is as is usual until he chooses, and what he leaves out stays', async () => {
    const usual = { shortcuts: true, density: 'compact', columns: DEFAULT_COLUMNS, preview: false };
    expect((await liam.api.get('/auth/me')).body).toMatchObject({ preferences: usual });
    await change({ density: 'comfortable', columns: ['updatedAt', 'number', 'number'] });
    const { status, body } = await change({ shortcuts: false, preview: true });
    const chosen = {
      shortcuts: false,
      density: 'comfortable',
      columns: ['number', 'subject', 'updatedAt'],
      preview: true,
    };
    expect([status, body]).toEqual([200, chosen]);
    expect((await liam.api.get('/auth/me')).body).toMatchObject({ preferences: chosen });
  });

  it('takes nothing that is no choice', async () => {
    const wrong = [
      { shortcuts: 'no' },
      { density: 'tiny' },
      { columns: ['colour'] },
      { columns: 'number' },
      { preview: null },
    ];
    for (const body of wrong) expect([body, (await change(body)).status]).toEqual([body, 422]);
    expect((await change({ theme: 'dark' })).status).toBe(400);
  });
});
