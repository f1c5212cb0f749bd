import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@deskhand/shared/api';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, aUser, type Problem, type Somebody, type Ticket } from '../app/builders.js';
import { countStatements } from '../app/statements.js';

type Found = components['schemas']['TicketPageDto'];

/** Each finds the ticket that has it, and no other. */
const SIGNS = [
  '%',
  '_',
  '\\',
  "'",
  '"',
  ':*',
  '&',
  '|',
  '!',
  '(',
  ')',
  '*',
  '?',
  '+',
  '--',
  ';',
  '$1',
  '<->',
  '%_%',
  '😀',
];

describe('searching tickets', () => {
  let app: TestApp;
  let emma: Somebody;
  let noah: Somebody;
  let liam: Somebody;

  beforeAll(async () => {
    app = await startApp();
    [emma, noah] = [await aUser(app), await aUser(app)];
    liam = await aUser(app, 'agent');
  });
  afterAll(() => app.close());

  async function search(by: Somebody, q: string, more = ''): Promise<Found> {
    const { status, body, text } = await by.api.get<Found>(`/tickets?q=${encodeURIComponent(q)}${more}`);
    expect([q, status, status === 200 ? '' : text]).toEqual([q, 200, '']);
    return body;
  }

  const subjects = async (by: Somebody, q: string, more = ''): Promise<string[]> =>
    (await search(by, q, more)).items.map(({ subject }) => subject);

  const say = async (by: Somebody, ticket: { id: string }, body: string, internal = false): Promise<void> => {
    expect((await by.api.post(`/tickets/${ticket.id}/comments`, { body, internal })).status).toBe(201);
  };

  it('finds by number, subject, description and replies, and by notes for staff only', async () => {
    const ticket = await aTicket(emma, { subject: 'Dock of the heron', description: 'It flickers near the kiosk.' });
    await say(emma, ticket, 'Since the pangolin came.');
    await say(liam, ticket, 'Told by the axolotl.', true);
    for (const q of [`${ticket.number}`, `#${ticket.number}`, 'HERON kiosk', 'pangolin héron', 'pango']) {
      expect([q, await subjects(emma, q), await subjects(liam, q)]).toEqual([q, [ticket.subject], [ticket.subject]]);
    }
    expect([await subjects(liam, 'axolotl'), await subjects(emma, 'axolotl')]).toEqual([[ticket.subject], []]);
    expect(await subjects(noah, 'heron')).toEqual([]);
    await emma.api.post(`/tickets/${ticket.id}/watchers`, { email: noah.email });
    expect([await subjects(noah, 'heron'), await subjects(noah, 'axolotl')]).toEqual([[ticket.subject], []]);
    expect(await subjects(liam, 'heron', '&status=resolved')).toEqual([]);
    expect(await subjects(liam, 'heron', `&status=submitted,in_progress&requester=${emma.id}&total=true`)).toHaveLength(
      1,
    );
    expect((await liam.api.get('/tickets/export?q=pangolin')).text.match(/heron/g)).toHaveLength(1);
  });

  it.each(SIGNS)('S21 %s finds itself only', async (sign) => {
    const rows = await subjects(liam, `sign${sign}`);
    expect(rows).toEqual([]);
    const ticket = await aTicket(noah, { subject: `Owl ${sign}`, description: 'Signs.' });
    const found = await subjects(noah, sign);
    expect(found).toContain(ticket.subject);
    const signs = Array.from(sign).filter((each) => /[^\da-z]/i.test(each));
    expect(found.filter((subject) => !signs.every((each) => subject.includes(each)))).toEqual([]);
  });

  it('shows where it was found, to staff also in notes', async () => {
    const ticket = await aTicket(emma, {
      subject: 'Quokka',
      description: `${'Long before. '.repeat(30)}A   wombat!\n${'And after. '.repeat(30)}`,
    });
    await say(liam, ticket, 'The bandicoot is **internal**.', true);
    const [hit] = (await search(emma, 'wombat')).items;
    expect(hit?.excerpt).toMatch(/^… (Long )?before\..* A wombat! And after\..* …$/);
    expect(hit?.excerpt?.length).toBeLessThan(170);
    expect((await search(liam, 'bandicoot')).items[0]?.excerpt).toBe('The bandicoot is **internal**.');
    expect((await search(emma, 'quokka')).items[0]?.excerpt).toBeNull();
    expect((await search(emma, 'quokka wombat')).items[0]?.excerpt).toMatch(/wombat/);
    expect((await liam.api.get<Found>('/tickets')).body.items.some(({ excerpt }) => excerpt !== null)).toBe(false);
  });

  it('ranks words of the subject first, on one page', async () => {
    await aTicket(emma, { subject: 'An okapi walks', description: 'Slowly.' });
    await aTicket(emma, { subject: 'Something else', description: 'About an okapi.' });
    await aTicket(emma, { subject: 'Okapi okapi', description: 'Okapi.' });
    expect(await subjects(liam, 'okapi')).toEqual(['Okapi okapi', 'Something else', 'An okapi walks']);
    for (const by of [liam, emma]) {
      expect(await subjects(by, 'okapi', '&sort=relevance')).toEqual([
        'Okapi okapi',
        'An okapi walks',
        'Something else',
      ]);
    }
    const page = await search(liam, 'okapi', '&sort=relevance&limit=2&total=true');
    expect(page).toMatchObject({ nextCursor: null, previousCursor: null, total: { value: 3, relation: 'eq' } });
    for (const query of ['sort=relevance', 'sort=relevance&q=%20', 'sort=relevance&q=a&cursor=abc']) {
      const { status, body } = await liam.api.get<Problem>(`/tickets?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, 'invalid_query']);
    }
  });

  it('says what may have been meant, by words that this reader finds', async () => {
    const ticket = await aTicket(emma, { subject: 'Projector in room', description: 'The projector hums.' });
    await say(liam, ticket, 'Ask the chameleon.', true);
    const meant = { q: '“projector” hums', words: [{ word: 'projectr', instead: 'projector' }] };
    for (const by of [emma, liam]) expect((await search(by, '“projectr” hums')).suggestion).toEqual(meant);
    expect((await search(noah, 'projectr')).suggestion).toBeNull();
    expect((await search(liam, 'chamelion')).suggestion?.q).toBe('chameleon');
    for (const q of ['chamelion', 'chameleon']) expect((await search(emma, q)).suggestion).toBeNull();
    expect((await search(liam, 'projectr', '&status=resolved')).suggestion).toBeNull();
    expect((await search(liam, 'projector')).suggestion).toBeNull();
    expect((await search(liam, 'projector zzzzqqqq')).suggestion).toBeNull();
    await liam.api.delete(`/tickets/${ticket.id}`, { 'If-Match': `"${ticket.version}"` });
  });

  it('S04 tells employees nothing of other tickets and of notes', async () => {
    const other = await aTicket(noah, { subject: 'Canary in the mine', description: 'A canarydescription.' });
    await say(noah, other, 'A canaryreply.');
    await say(liam, other, 'A canarynote.', true);
    await say(liam, await aTicket(emma, { subject: 'Mine' }), 'A canarynote.', true);
    for (const word of [
      'canary',
      'canarydescription',
      'canaryreply',
      'canarynote',
      'canarynoet',
      'canaryrepyl',
      `${other.number}`,
    ]) {
      for (const sort of ['', '&sort=relevance', '&sort=updatedAt', '&total=true', '&watching=true', '&requester=me']) {
        const { items, suggestion, total } = await search(emma, word, sort);
        expect([word, sort, items, suggestion, total?.value ?? 0]).toEqual([word, sort, [], null, 0]);
      }
    }
  });

  it('finds in the bin for admins', async () => {
    const admin = await aUser(app, 'admin');
    const ticket: Ticket = await aTicket(emma, { subject: 'Numbat gone' });
    await admin.api.delete(`/tickets/${ticket.id}`, { 'If-Match': `"${ticket.version}"` });
    expect([await subjects(admin, 'numbat'), await subjects(admin, 'numbat', '&deleted=true')]).toEqual([
      [],
      ['Numbat gone'],
    ]);
    expect((await search(admin, 'numbta')).suggestion).toBeNull();
  });

  it('P04 takes at most three statements, also where it finds nothing', async () => {
    for (const query of [
      'q=okapi&total=true',
      'q=okapi&limit=1&total=true',
      'q=okapii&total=true',
      'q=okapi&sort=relevance&limit=1&total=true',
    ]) {
      for (const by of [emma, liam]) {
        const count = await countStatements(app, () => by.api.get(`/tickets?${query}`));
        expect([query, count <= 3]).toEqual([query, true]);
      }
    }
  });
});
