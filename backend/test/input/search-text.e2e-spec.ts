import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, type PageOf, type Person, type Somebody } from '../app/builders.js';

/** Each finds the person in whose name it stands, and nobody else; `Plain Name` has none of them. */
const SIGNS = [
  '%',
  '_',
  '\\',
  "'",
  '"',
  ':*',
  '\\%',
  '%_%',
  '$1',
  '&',
  '|',
  '!',
  '(',
  ')',
  '*',
  '?',
  '+',
  '[a-z]',
  '--',
  ';',
];

describe('S21 the text of a search is data', () => {
  let app: TestApp;
  let liam: Somebody;

  beforeAll(async () => {
    app = await startApp();
    liam = await aUser(app, 'agent', 'Plain Name');
    for (const sign of SIGNS) await aUser(app, 'employee', `Left ${sign}sign${sign} right`);
    await aUser(app, 'employee', 'Ärger Ünal');
  });
  afterAll(() => app.close());

  async function found(q: string): Promise<string[]> {
    const path = `/users?limit=100&q=${encodeURIComponent(q)}`;
    const { status, body } = await liam.api.get<PageOf<Person>>(path);
    expect([q, status]).toEqual([q, 200]);
    return body.items.map(({ name }) => name);
  }

  it.each(SIGNS)('S21 %s finds itself only', async (sign) => {
    const needle = `${sign}sign`;
    const expected = SIGNS.filter((other) => `Left ${other}sign${other} right`.includes(needle));
    expect((await found(needle)).toSorted()).toEqual(
      expected.map((other) => `Left ${other}sign${other} right`).toSorted(),
    );
    expect(expected).toContain(sign);
  });

  it('S21 a sign alone finds those who have it, and nobody else', async () => {
    for (const sign of ['%', '\\', '*', '|']) {
      const names = await found(sign);
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !name.includes(sign))).toEqual([]);
    }
    expect(await found('%%%%')).toEqual([]);
    expect(await found('L_ft')).toEqual([]);
  });

  it('S21 letters are found whatever their case, also in the mail address', async () => {
    expect(await found('ÜNAL')).toEqual(['Ärger Ünal']);
    expect(await found(liam.email.toUpperCase())).toEqual(['Plain Name']);
    expect((await found('  ')).length).toBe(SIGNS.length + 2);
  });
});
