import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '../../src/platform/database/keyset.js';
import { startApp, type TestApp } from '../app/app.js';
import { type Api, readAnswer } from '../app/api.js';
import { aTicket, aUser, type PageOf, type Somebody, type Ticket } from '../app/builders.js';
import { goodCall } from '../app/calls.js';
import type { Call, Scene } from '../app/scene.js';
import { OPERATIONS } from '../app/operations.js';
import { ADDRESS_VALUES, BODY_VALUES, HEADER_VALUES } from './hostile-values.js';

const AT_ONCE = 4;
const LONGEST = 1_000;
/** What an answer must never tell: a stack, an SQL text, a path. */
const LEAKS = /\bat \S+ \(|node_modules|SELECT |INSERT |UPDATE |\.ts:\d|\.js:\d|relation "|column "/;
/** Calls that use something up, so that each try needs its own. */
const USED_UP = /status$|password$/;
const HEADERS = ['X-Request-Id', 'User-Agent', 'Accept', 'Accept-Language', 'Cookie', 'Authorization', 'Origin'];
const MORE_HEADERS = [
  'If-Match',
  'If-None-Match',
  'X-XSRF-TOKEN',
  'X-Forwarded-For',
  'Content-Type',
  'Content-Encoding',
];

/** One place gets every third value, and the next place others; where the proofs run whole, each gets all of them. */
const SHARE = process.env.PROOF_CYCLES ? 1 : 3;

function shareOf<T>(values: readonly T[], place: number): T[] {
  return values.filter((_, nth) => (nth + place) % SHARE === 0);
}

describe('S20 no input is answered with a fault of ours', () => {
  let app: TestApp;
  let scene: Scene;
  let admin: Somebody;
  let tries = 0;
  let places = 0;

  beforeAll(async () => {
    app = await startApp({ TRUST_PROXY: '1' });
    admin = await aUser(app, 'admin');
    scene = { app, requester: await aUser(app), agent: await aUser(app, 'agent'), admin, caller: admin };
  });
  afterAll(() => app.close());

  /** What is wrong with the answer, or nothing. A slow one is asked again: a busy machine is slow once, a trap each time. */
  async function faultOf(
    by: Api,
    method: string,
    { path, body, headers }: Call,
    described?: readonly number[],
  ): Promise<string | null> {
    let duration = Infinity;
    for (let round = 0; round < 3 && duration > LONGEST; round += 1) {
      const start = performance.now();
      const from = { 'X-Forwarded-For': `10.${++tries & 255}.${(tries >> 8) & 255}.1` };
      const answer = await by.call(method, path, { body, headers: { ...from, ...headers } });
      duration = performance.now() - start;
      if (described && !described.includes(answer.status)) return `${answer.status} is not described`;
      if (answer.status >= 500) return `${answer.status} ${answer.text}`;
      if (answer.status >= 400 && LEAKS.test(answer.text)) return `leaks: ${answer.text}`;
      if (answer.status >= 400 && !answer.headers.get('content-type')?.startsWith('application/problem+json')) {
        return `no problem: ${answer.status} ${answer.text.slice(0, 200)}`;
      }
    }
    return duration > LONGEST ? `took ${duration} ms` : null;
  }

  /** Sends one call for each value, some at once, and gathers the values that did harm. */
  async function harmful<T>(values: readonly T[], fault: (value: T) => Promise<string | null>): Promise<string[]> {
    const found: string[] = [];
    const left = shareOf(values, places);
    places += 1;
    const work = async (): Promise<void> => {
      for (let value = left.shift(); value !== undefined; value = left.shift()) {
        const said = await fault(value);
        if (said !== null) found.push(`${JSON.stringify(value).slice(0, 80)}: ${said.slice(0, 300)}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return found;
  }

  /** The caller and his good call; fresh ones where a call uses something up. */
  async function ready(name: string): Promise<{ by: Somebody; call: Call }> {
    const by = /change-(password|address)/.test(name) ? await aUser(app, 'admin') : admin;
    return { by, call: await goodCall(name, { ...scene, caller: by }) };
  }

  const FIELDS = OPERATIONS.flatMap(({ name, method, fields, statuses }) =>
    fields.map((field) => [name, field, method, statuses] as const),
  );

  it.each(FIELDS)('S20 %s with anything at all as %s', async (name, field, method, statuses) => {
    const once = await ready(name);
    const found = await harmful(
      BODY_VALUES.map((value) => ({ value })),
      async ({ value }) => {
        const { by, call } = USED_UP.test(name) ? await ready(name) : once;
        return faultOf(by.api, method, { ...call, body: { ...call.body, [field]: value } }, statuses);
      },
    );
    expect(found).toEqual([]);
  });

  const QUERIES = OPERATIONS.flatMap(({ name, method, parameters, statuses }) =>
    parameters.filter((each) => each.in === 'query').map((each) => [name, each.name, method, statuses] as const),
  );

  it.each(QUERIES)('S20 %s with anything at all as ?%s', async (name, parameter, method, statuses) => {
    const { call } = await ready(name);
    const path = call.path.split('?')[0]!;
    const more = [
      `${parameter}=1&`.repeat(500),
      `${parameter}[]=1`,
      `${parameter}[a]=1`,
      parameter,
      `=&&&${parameter}`,
    ];
    const queries = [...ADDRESS_VALUES.map((value) => `${parameter}=${value}`), ...more];
    expect(
      await harmful(queries, (query) => faultOf(admin.api, method, { path: `${path}?${query}` }, statuses)),
    ).toEqual([]);
  });

  const PATHS = OPERATIONS.filter(({ path }) => path.includes('{id}')).map(
    ({ name, method }) => [name, method] as const,
  );

  it.each(PATHS)('S20 %s with anything at all as the id', async (name, method) => {
    const { call } = await ready(name);
    const template = OPERATIONS.find((operation) => operation.name === name)!.path;
    const found = await harmful(ADDRESS_VALUES, (value) =>
      faultOf(admin.api, method, { ...call, path: template.replace('{id}', () => value) }),
    );
    expect(found).toEqual([]);
  });

  it.each([...HEADERS, ...MORE_HEADERS])('S20 anything at all as the header %s', async (header) => {
    for (const name of ['POST /tickets/{id}/assignee', 'POST /auth/login']) {
      const { call } = await ready(name);
      const found = await harmful(HEADER_VALUES, (value) =>
        faultOf(admin.api, name.split(' ')[0]!, {
          ...call,
          headers: { ...call.headers, [header.toLowerCase()]: value },
        }),
      );
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('S20 addresses that are none, on the API and beside it', async () => {
    const paths = ADDRESS_VALUES.flatMap((value) => [
      `/${value}`,
      `/api/${value}`,
      `/api/v1/${value}`,
      `/api/docs/${value}`,
    ]);
    const found = await harmful(paths, async (path) => {
      const response = await fetch(`${app.url}${path}`);
      const { text } = await readAnswer('GET', response);
      return response.status >= 500 || LEAKS.test(response.ok ? '' : text) ? `${response.status} ${text}` : null;
    });
    expect(found).toEqual([]);
  });

  it('S20 a cursor with the right seal and a wrong place', async () => {
    for (let count = 0; count < 3; count += 1) await aTicket(scene.requester);
    for (const list of ['/tickets?sort=', '/tickets?sort=priority', '/tickets?sort=-number', '/users?q=']) {
      const page = list.endsWith('=') ? list.split('?')[0]! : list;
      const first = await admin.api.get<PageOf<Ticket>>(`${page}${page.includes('?') ? '&' : '?'}limit=1`);
      const [seal] = JSON.parse(Buffer.from(first.body.nextCursor!, 'base64url').toString()) as [string];
      const values = [
        '2024-02-30T00:00:00.000Z',
        '0000-01-01T00:00:00.000Z',
        '2024-01-01T24:00:00.000Z',
        '9'.repeat(18),
      ];
      const texts = [
        ...values,
        '2024-12-31T23:59:60.000Z',
        '9999',
        '',
        'NaN',
        'infinity',
        '\ud800',
        'a\u0000',
        'x'.repeat(300),
      ];
      const ties = ['1', '9'.repeat(18), '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55', ''];
      const cursors = texts.flatMap((value) =>
        ties.flatMap((tie) => [true, false].map((backwards) => encodeCursor({ backwards, value, tie }, seal))),
      );
      const found = await harmful(cursors, (cursor) =>
        faultOf(admin.api, 'GET', { path: `${page}${page.includes('?') ? '&' : '?'}limit=1&cursor=${cursor}` }),
      );
      expect([page, found]).toEqual([page, []]);
    }
  });
});
