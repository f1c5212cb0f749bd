import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isWantedByDefault, type MailChoice } from '@deskhand/shared';
import { ClosingReminder } from '../../src/mail/audience/closing-reminder.js';
import { RULES } from '../../src/mail/audience/audiences.js';
import { DAY } from '../../src/platform/clock.js';
import { Closing } from '../../src/tickets/work/closing.service.js';
import { startApp, type TestApp } from '../app/app.js';
import { aTicket, ifMatch, moved, type Somebody, type Ticket } from '../app/builders.js';
import { readTable } from '../app/table.js';
import {
  aHelpDesk,
  assign,
  aWatchedTicket,
  type Beginning,
  HARDWARE,
  type HelpDesk,
  note,
  presentState,
  reply,
  resolvedAgo,
} from './help-desk.js';
import { forgetMails, writtenMails } from './written.js';

/** The rules once more, as people agreed on them. */
const TABLE = `
                                         choice
  filed anybody requester                ticket_received
  filed anybody category                 -
  filed anybody everybody_asking         ticket_new
  categorised anybody category           -
  assigned anybody assignee              ticket_assigned
  replied anybody requester              ticket_replied
  replied anybody watchers               ticket_replied
  replied others assignee                ticket_replied
  replied others helpers                 ticket_replied
  replied others category_unassigned     -
  status anybody requester               ticket_status
  status anybody watchers                ticket_status
  status others assignee                 ticket_status
  status others helpers                  ticket_status
  resolved anybody requester             ticket_resolved
  resolved anybody watchers              ticket_resolved
  undone anybody requester               ticket_status
  undone anybody watchers                ticket_status
  mentioned anybody mentioned            ticket_mention
  closing anybody requester              ticket_closing
`;

interface Happening {
  readonly what: string;
  readonly before?: Beginning;
  readonly happens: (desk: HelpDesk, ticket: Ticket) => Promise<unknown>;
  /** Who is told under which choice, in the order of their names. */
  readonly told: string;
}

const HAPPENINGS: readonly Happening[] = [
  {
    what: 'Emma files a ticket',
    happens: ({ emma, hardware }) => aTicket(emma, { categoryId: hardware }),
    told: 'ada:ticket_new category:- emma:ticket_received',
  },
  {
    what: 'an agent files one for her',
    happens: ({ liam, emma, hardware }) => aTicket(liam, { categoryId: hardware, requesterId: emma.id }),
    told: 'ada:ticket_new category:- emma:ticket_received',
  },
  {
    what: 'whoever asked for new tickets files one for her',
    happens: ({ ada, emma }) => aTicket(ada, { requesterId: emma.id }),
    told: 'emma:ticket_received',
  },
  {
    what: 'it is moved to another category and back',
    happens: async ({ liam, hardware }, ticket) => {
      const { body } = await liam.api.patch<Ticket>(`/tickets/${ticket.id}`, { categoryId: null }, ifMatch(ticket));
      await liam.api.patch(`/tickets/${ticket.id}`, { categoryId: hardware }, ifMatch(body));
    },
    told: 'category:-',
  },
  {
    what: 'a colleague gives it to Liam',
    before: { status: { status: 'in_progress' } },
    happens: ({ hana, liam }, ticket) => assign(hana, ticket, liam.id),
    told: 'liam:ticket_assigned',
  },
  {
    what: 'Liam takes it, which begins the work',
    happens: ({ liam }, ticket) => assign(liam, ticket, liam.id),
    told: 'emma:ticket_status wanda:ticket_status',
  },
  {
    what: 'Liam gives it back',
    before: { assigned: 'liam' },
    happens: ({ liam }, ticket) => assign(liam, ticket, null),
    told: '',
  },
  {
    what: 'Liam, who has it, replies',
    before: { assigned: 'liam' },
    happens: ({ liam }, ticket) => reply(liam, ticket),
    told: 'emma:ticket_replied wanda:ticket_replied',
  },
  {
    what: 'Emma replies to Liam',
    before: { assigned: 'liam', helped: 'hana' },
    happens: ({ emma }, ticket) => reply(emma, ticket),
    told: 'liam:ticket_replied wanda:ticket_replied',
  },
  {
    what: 'Emma replies while nobody has it',
    before: { helped: 'hana' },
    happens: ({ emma }, ticket) => reply(emma, ticket),
    told: 'category:- hana:ticket_replied wanda:ticket_replied',
  },
  {
    what: 'a watcher replies',
    before: { assigned: 'liam' },
    happens: ({ wanda }, ticket) => reply(wanda, ticket),
    told: 'emma:ticket_replied liam:ticket_replied',
  },
  {
    what: 'Liam asks her',
    before: { assigned: 'liam' },
    happens: ({ liam }, ticket) => moved(liam, ticket, { status: 'waiting_requester', comment: 'Which floor?' }),
    told: 'emma:ticket_replied,ticket_status wanda:ticket_replied,ticket_status',
  },
  {
    what: 'Liam puts it on hold',
    before: { assigned: 'liam' },
    happens: ({ liam }, ticket) => moved(liam, ticket, { status: 'on_hold', reason: 'A part is ordered.' }),
    told: 'emma:ticket_status wanda:ticket_status',
  },
  {
    what: 'Emma cancels it',
    before: { assigned: 'liam', helped: 'hana' },
    happens: ({ emma }, ticket) => moved(emma, ticket, { status: 'cancelled' }),
    told: 'liam:ticket_status wanda:ticket_status',
  },
  {
    what: 'Emma cancels it while nobody has it',
    before: { helped: 'hana' },
    happens: ({ emma }, ticket) => moved(emma, ticket, { status: 'cancelled' }),
    told: 'hana:ticket_status wanda:ticket_status',
  },
  {
    what: 'Liam resolves it',
    before: { assigned: 'liam' },
    happens: ({ liam }, ticket) => moved(liam, ticket, { status: 'resolved' }),
    told: 'emma:ticket_resolved wanda:ticket_resolved',
  },
  {
    what: 'Emma confirms the solution',
    before: { assigned: 'liam', status: { status: 'resolved' } },
    happens: ({ emma }, ticket) => moved(emma, ticket, { status: 'closed' }),
    told: 'liam:ticket_status wanda:ticket_status',
  },
  {
    what: 'Hana takes back what she did',
    before: { assigned: 'liam' },
    happens: async ({ app, hana }, ticket) => {
      await moved(hana, ticket, { status: 'resolved' });
      await forgetMails(app);
      await hana.api.post(`/tickets/${ticket.id}/undo`);
    },
    told: 'emma:ticket_status wanda:ticket_status',
  },
  {
    what: 'a note mentions Hana',
    before: { assigned: 'liam' },
    happens: ({ liam }, ticket) => note(liam, ticket, 'Do you know this, @Hana Mori? @Emma Thorn does not.'),
    told: 'hana:ticket_mention',
  },
  {
    what: 'a note mentions nobody, or whoever writes it',
    before: { assigned: 'liam' },
    happens: async ({ hana }, ticket) => {
      await note(hana, ticket, 'It is the fuser.');
      await note(hana, ticket, 'I, @Hana Mori, order one.');
    },
    told: '',
  },
  {
    what: 'it closes by itself soon, which is looked for twice',
    before: { assigned: 'liam', status: { status: 'resolved' } },
    happens: async ({ app }, ticket) => {
      await resolvedAgo(app, ticket, 5.5 * DAY);
      await app.nest.get(ClosingReminder).remind();
      await app.nest.get(ClosingReminder).remind();
    },
    told: 'emma:ticket_closing',
  },
  {
    what: 'it closes by itself',
    before: { assigned: 'liam', status: { status: 'resolved' } },
    happens: async ({ app }, ticket) => {
      await resolvedAgo(app, ticket, 7.5 * DAY);
      await app.nest.get(ClosingReminder).remind();
      await app.nest.get(Closing).closeResolved();
    },
    told: 'emma:ticket_status wanda:ticket_status',
  },
  {
    what: 'priority and words change, and it goes into the bin',
    before: { assigned: 'liam' },
    happens: async ({ hana }, ticket) => {
      const change = { priority: 'urgent', subject: 'Printers jam' };
      await hana.api.patch(`/tickets/${ticket.id}`, change, ifMatch(ticket));
      await hana.api.delete(`/tickets/${ticket.id}`, ifMatch(await presentState(hana, ticket)));
    },
    told: '',
  },
];

describe('who is told by mail', () => {
  let app: TestApp;
  let desk: HelpDesk;

  beforeAll(async () => {
    app = await startApp();
    desk = await aHelpDesk(app);
  });
  afterAll(() => app.close());

  /** Has it happen, and says who is told under which choices. */
  async function toldOf({ before, happens }: Happening, prepare?: () => Promise<unknown>): Promise<string> {
    const ticket = await aWatchedTicket(desk, before);
    await prepare?.();
    await happens(desk, ticket);
    const names = new Map(Object.entries(desk).flatMap(([name, who]) => emailOf(who).map((email) => [email, name])));
    const mails = await writtenMails(app);
    await forgetMails(app);
    // Of one happening nothing is left to the next one's clock.
    await app.dataSource.query("UPDATE tickets SET status = 'closed' WHERE status = 'resolved'");
    const told = mails.map(({ address, news }) => {
      const choices = new Set(news.map(({ choice }) => choice ?? '-'));
      return `${address === HARDWARE ? 'category' : (names.get(address) ?? address)}:${[...choices].sort().join()}`;
    });
    return told.sort().join(' ');
  }

  function emailOf(who: unknown): string[] {
    return typeof who === 'object' && who !== null && 'email' in who ? [String(who.email)] : [];
  }

  it('is what was agreed, row by row', () => {
    const agreed = Object.entries(readTable(TABLE).rows).map(([rule, [choice]]) => `${rule} ${choice}`);
    expect(RULES.map(({ news, by, audience, choice }) => `${news} ${by} ${audience} ${choice ?? '-'}`)).toEqual(agreed);
  });

  it.each(HAPPENINGS.map((each) => [each.what, each] as const))('%s', async (_, happening) => {
    expect(await toldOf(happening)).toBe(happening.told);
  });

  /** One happening for each choice of each person. */
  const chosen = Map.groupBy(
    HAPPENINGS.flatMap((happening) =>
      happening.told.split(' ').flatMap((line) => {
        const [name = '', choices = ''] = line.split(':');
        return choices.split(',').map((choice) => ({ name, choice, choices, happening }));
      }),
    ).filter(({ choice }) => choice !== '-' && choice !== ''),
    ({ name, choice }) => `${name}:${choice}`,
  );

  it.each([...chosen.keys()])('is nobody who does not want it: %s', async (key) => {
    const { name, choice, choices, happening } = chosen.get(key)![0]!;
    const person = desk[name as keyof HelpDesk] as Somebody;
    const told = await toldOf(happening, () => wants(person, choice as MailChoice, false));
    await wants(person, choice as MailChoice, true);
    const rest = choices.split(',').filter((each) => each !== choice);
    const mine = told.split(' ').find((each) => each.startsWith(`${name}:`));
    expect(mine).toBe(rest.length > 0 ? `${name}:${rest.join()}` : undefined);
  });

  async function wants({ api }: Somebody, choice: MailChoice, wanted: boolean): Promise<void> {
    const { status } = await api.call('PUT', '/auth/me/mail', { body: { choices: { [choice]: wanted } } });
    expect(status).toBe(200);
  }

  it('is no agent of every new ticket, unless he asks for it', async () => {
    expect(isWantedByDefault('ticket_new')).toBe(false);
    await aTicket(desk.emma);
    expect(await writtenMails(app, desk.liam.email)).toEqual([]);
    await forgetMails(app);
  });

  it('is nobody whose address a category names, if he may not see the ticket', async () => {
    for (const [who, count] of [
      [desk.otto, 0],
      [desk.hana, 1],
    ] as const) {
      await desk.ada.api.patch(`/categories/${desk.hardware}`, { notifyEmail: who.email });
      await aTicket(desk.emma, { categoryId: desk.hardware });
      expect(await writtenMails(app, who.email)).toHaveLength(count);
    }
    await desk.ada.api.patch(`/categories/${desk.hardware}`, { notifyEmail: HARDWARE });
    await forgetMails(app);
  });

  it('is nobody who waits for an account with an address that somebody added', async () => {
    const { id } = await aTicket(desk.emma);
    await desk.emma.api.post(`/tickets/${id}/watchers`, { email: 'nobody-yet@example.org' });
    await reply(desk.liam, { id });
    expect(await writtenMails(app, 'nobody-yet@example.org')).toEqual([]);
    await forgetMails(app);
  });
});
