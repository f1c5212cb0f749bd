import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type Problem, type Somebody } from '../app/builders.js';

const STANDARD = {
  organisationName: 'Deskhand',
  ...{ supportHours: null, supportContact: null, registration: 'open', registrationDomains: [] },
  unconfirmedMay: 'everything',
  ...{ sessionIdleDays: 14, sessionDays: 90, attachmentMegabytes: 10, attachmentsPerComment: 10 },
  ...{ closingDays: 7, binDays: 30, trailHeadsDaily: false, language: 'en', timeZone: 'UTC' },
};

describe('the settings', () => {
  let app: TestApp;
  let admin: Somebody;

  beforeAll(async () => {
    app = await startApp();
    admin = await aUser(app, 'admin');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await admin.api.patch('/settings', STANDARD);
  });

  async function entries(): Promise<{ kind: string; payload: { fields: string[] }; subject_type: string }[]> {
    return app.dataSource.query(
      "SELECT kind, payload, subject_type FROM activity WHERE kind = 'settings.changed' ORDER BY position",
    );
  }

  it('are changed one by one, and everybody may read what concerns him', async () => {
    const change = { organisationName: '  Harbour & Sons ', supportHours: '8:00 to 17:00', timeZone: 'Europe/Berlin' };
    const before = (await entries()).length;
    const { status, body } = await admin.api.patch('/settings', change);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...STANDARD, ...change, organisationName: 'Harbour & Sons' });
    expect((await admin.api.get('/settings')).body).toEqual(body);
    expect((await entries()).slice(before)).toEqual([
      {
        kind: 'settings.changed',
        subject_type: 'installation',
        payload: {
          fields: ['organisationName', 'supportHours', 'timeZone'],
          ...{ from: { timeZone: 'UTC' }, to: { timeZone: 'Europe/Berlin' } },
        },
      },
    ]);
    expect((await new Api(app.url).get('/organisation')).body).toEqual({
      ...{ name: 'Harbour & Sons', supportHours: '8:00 to 17:00', supportContact: null, logoUrl: null },
      ...{ registration: 'open', registrationDomains: [], closingDays: 7, language: 'en', timeZone: 'Europe/Berlin' },
      ...{ attachmentMegabytes: 10, attachmentsPerComment: 10, sendsMail: false },
    });
  });

  it('keep null apart from nothing said', async () => {
    await admin.api.patch('/settings', { supportHours: 'Always', supportContact: 'Ada' });
    const { body } = await admin.api.patch('/settings', { supportHours: null });
    expect(body).toMatchObject({ supportHours: null, supportContact: 'Ada' });
  });

  it('take domains however they are typed', async () => {
    const registrationDomains = [' @Example.ORG ', 'example.org', 'it.example.org'];
    const { body } = await admin.api.patch('/settings', { registration: 'domains', registrationDomains });
    expect(body).toMatchObject({ registration: 'domains', registrationDomains: ['example.org', 'it.example.org'] });
  });

  it.each([
    ['a domain that is none', { registrationDomains: ['example'] }, '/registrationDomains'],
    ['a domain with a path', { registrationDomains: ['example.org/x'] }, '/registrationDomains'],
    ['half a character', { registrationDomains: ['\ud800.org'] }, '/registrationDomains'],
    ['a text for a list', { registrationDomains: 'example.org' }, '/registrationDomains'],
    [
      'too many domains',
      { registrationDomains: Array.from({ length: 51 }, (_, n) => `d${n}.org`) },
      '/registrationDomains',
    ],
    ['only some domains, and none named', { registration: 'domains' }, '/registrationDomains'],
    ['another word for what is left', { unconfirmedMay: 'some' }, '/unconfirmedMay'],
    ['another way to register', { registration: 'secret' }, '/registration'],
    ['more days unused than in all', { sessionIdleDays: 20, sessionDays: 10 }, '/sessionIdleDays'],
    ['no day at all', { closingDays: 0 }, '/closingDays'],
    ['half a day', { binDays: 1.5 }, '/binDays'],
    ['too much', { attachmentMegabytes: 51 }, '/attachmentMegabytes'],
    ['null for a number', { attachmentsPerComment: null }, '/attachmentsPerComment'],
    ['no name', { organisationName: '  ' }, '/organisationName'],
    ['a place for a time zone', { timeZone: 'Mars/Olympus' }, '/timeZone'],
    ['an offset for a time zone', { timeZone: '+01:00' }, '/timeZone'],
    ['a word for a language', { language: 'klingon language' }, '/language'],
  ])('refuse %s, and say where', async (_, change, pointer) => {
    const before = await entries();
    const { status, body } = await admin.api.patch<Problem>('/settings', change);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect((await admin.api.get('/settings')).body).toMatchObject(STANDARD);
    expect(await entries()).toEqual(before);
  });
});
