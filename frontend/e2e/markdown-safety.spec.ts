import { LIMITS, STATUS_CODES } from '@deskhand/shared';
import type { Page } from '@playwright/test';
import { XSS_CORPUS } from '../src/testing/xss-corpus';
import { type Account, Api, type FiledTicket } from './harness/api';
import { startInstallation } from './harness/installation';
import { SafetyWatch } from './harness/safety';
import { type Credentials, expect, signInTo, test } from './harness/test';

/** A company whose people write nothing but attacks. */
interface World {
  readonly api: Api;
  readonly agent: Account;
  readonly requester: Account;
  readonly people: readonly Account[];
  /** Of the requester. */
  readonly ticket: FiledTicket;
}

interface Field {
  readonly what: string;
  readonly max: number;
  /** May hold line breaks. */
  readonly lines?: true;
  /** So many texts at most. */
  readonly most?: number;
  /** Puts the nth text there. */
  readonly fill: (world: World, text: string, nth: number) => Promise<unknown>;
}

/** Every field that a person fills; whoever adds one to the product adds its line. */
const FIELDS: readonly Field[] = [
  { what: 'name', max: LIMITS.name.max, fill: ({ api, people }, name, n) => api.editProfile(people[n]!, { name }) },
  { what: 'phone', max: LIMITS.phone.max, fill: ({ api, people }, phone, n) => api.editProfile(people[n]!, { phone }) },
  { what: 'place', max: LIMITS.place.max, fill: ({ api, people }, place, n) => api.editProfile(people[n]!, { place }) },
  {
    what: 'subject',
    max: LIMITS.subject.max,
    fill: ({ api, people }, subject, n) => api.ticket(people[n]!, { subject }),
  },
  {
    what: 'description',
    max: 1000,
    lines: true,
    fill: ({ api, requester }, text) => api.ticket(requester, { description: text }),
  },
  {
    what: 'whole description',
    max: LIMITS.description.max,
    lines: true,
    fill: ({ api, requester }, text) => api.ticket(requester, { description: text }),
  },
  {
    what: 'reply',
    max: 200,
    lines: true,
    fill: ({ api, requester, ticket }, text) => api.comment(requester, ticket, text),
  },
  {
    what: 'note',
    max: 200,
    lines: true,
    fill: ({ api, agent, ticket }, text) => api.comment(agent, ticket, text, true),
  },
  {
    what: 'reason of a rest',
    max: LIMITS.reason.max,
    lines: true,
    fill: ({ api, agent, requester }, text) => rest(api, agent, requester, text),
  },
  {
    what: 'name of a file',
    max: LIMITS.fileName.max,
    fill: ({ api, requester, ticket }, text) => api.attach(requester, ticket, text),
  },
  {
    what: 'name of a category',
    max: LIMITS.category.name.max,
    // Some are there from the first day.
    most: LIMITS.category.max - 10,
    fill: ({ api }, name) => api.category(name),
  },
  {
    what: 'description of a category',
    max: LIMITS.category.description.max,
    fill: ({ api }, description, n) => api.describeCategory(n, description),
  },
  {
    what: 'name of the organisation',
    max: LIMITS.organisation.name.max,
    fill: ({ api }, organisationName) => api.settle({ organisationName }),
  },
  {
    what: 'support hours',
    max: LIMITS.organisation.supportHours.max,
    fill: ({ api }, supportHours) => api.settle({ supportHours }),
  },
  {
    what: 'support contact',
    max: LIMITS.organisation.supportContact.max,
    fill: ({ api }, supportContact) => api.settle({ supportContact }),
  },
  {
    what: 'word for a status',
    max: LIMITS.statusLabel.max,
    fill: ({ api }, label, n) => api.relabel(STATUS_CODES[n % STATUS_CODES.length]!, label),
  },
];

/** Fields of which there is one for each person. */
const PERSONAL: readonly string[] = ['name', 'phone', 'place', 'subject'];

/** Of pages that differ by their texts only, every so manieth is opened where the proofs do not run whole. */
const STRIDE = process.env.PROOF_CYCLES ? 1 : 12;

/** The pages where lists of what was written appear, page after page; the tickets themselves are all opened. */
const LISTS: readonly { readonly as: 'requester' | 'agent' | 'admin'; readonly address: string }[] = [
  { as: 'requester', address: '/tickets' },
  { as: 'requester', address: '/account' },
  { as: 'agent', address: '/queue' },
  { as: 'agent', address: '/people' },
  { as: 'admin', address: '/people' },
  { as: 'requester', address: '/tickets/new' },
  { as: 'admin', address: '/admin/organisation' },
  { as: 'admin', address: '/admin/categories' },
  { as: 'admin', address: '/admin/statuses' },
];

async function rest(api: Api, agent: Account, requester: Account, reason: string): Promise<void> {
  await api.status(agent, await api.ticket(requester), { status: 'on_hold', reason });
}

/** The corpus in as few texts as the field allows; what is too long for it is left out. */
function textsFor({ max, lines, most }: Field): string[] {
  const texts: string[] = [];
  const between = lines ? '\n\n' : ' ';
  for (const attack of XSS_CORPUS) {
    // Other control characters are refused by every field, and no field but those of several lines takes a break.
    const text = attack.replace(lines ? /[^\P{Cc}\n\t]/gu : /\p{Cc}/gu, ' ');
    const longer = texts.length === 0 ? text : `${texts.at(-1)!}${between}${text}`;
    if (longer.length <= max) texts.splice(-1, 1, longer);
    else if (text.length <= max) texts.push(text);
  }
  return texts.slice(0, most);
}

async function fillEverything(api: Api): Promise<World> {
  const requester = await api.person('Emma <img src=x onerror=alert(1)>');
  const agent = await api.person('Liam {{constructor}} <b onclick=alert(1)>', 'agent');
  const personal = FIELDS.filter(({ what }) => PERSONAL.includes(what));
  const count = Math.max(...personal.map((field) => textsFor(field).length));
  const people: Account[] = [];
  while (people.length < count) people.push(await api.person('Any Body'));
  const world = { api, agent, requester, people, ticket: await api.ticket(requester) };
  for (const field of FIELDS) {
    for (const [nth, text] of textsFor(field).entries()) await field.fill(world, text, nth);
  }
  return world;
}

/** Looks at every page after it was filled, in one browser. */
class Visit {
  constructor(
    private readonly page: Page,
    private readonly url: string,
    private readonly safety: SafetyWatch,
  ) {}

  async as(person: Credentials): Promise<void> {
    // A page that is left open would go on asking for somebody who is not there any more.
    await this.close();
    await this.page.context().clearCookies();
    await signInTo(this.page.context(), this.url, person);
  }

  async close(): Promise<void> {
    await this.page.goto('about:blank');
  }

  async look(address: string, situation = address): Promise<void> {
    await this.page.goto(this.url + address);
    await expect(this.page.locator('main h1')).toBeVisible();
    await expect(this.page.locator('dh-skeleton')).toHaveCount(0);
    await this.safety.expectHarmless(this.page, situation);
  }

  /** From this page to the last. */
  async lookOn(): Promise<void> {
    const next = this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' });
    const whither = (): Promise<string | null> => next.evaluateAll((links) => links[0]?.getAttribute('href') ?? null);
    for (let page = await whither(); page !== null; page = await whither()) {
      await next.click();
      // The former page, with its way on, stays until the next one is here.
      await expect.poll(whither).not.toBe(page);
      await expect(this.page.locator('[aria-busy=true]')).toHaveCount(0);
      await this.safety.expectHarmless(this.page, this.page.url());
    }
  }

  async preview(address: string, field: string | RegExp): Promise<void> {
    await this.look(address);
    await this.page.getByLabel(field).fill(XSS_CORPUS.join('\n\n'));
    await this.page.getByRole('tab', { name: 'Preview' }).click();
    await expect(this.page.getByRole('tabpanel', { name: 'Preview' }).locator('p').first()).toBeVisible();
    await this.safety.expectHarmless(this.page, `the preview on ${address}`);
  }
}

function everySoManieth<T>(all: readonly T[]): T[] {
  return all.filter((_, nth) => nth % STRIDE === 0);
}

async function visitEverything(visit: Visit, page: Page, { api, ...world }: World): Promise<void> {
  for (const { as, address } of LISTS) {
    await visit.as({ ...world, admin: api.admin }[as]);
    await visit.look(address, `${address} as ${as}`);
    await visit.lookOn();
  }
  for (const as of ['requester', 'agent'] as const) {
    await visit.as(world[as]);
    for (const { id, subject } of everySoManieth(await api.tickets(world[as]))) {
      await visit.look(`/tickets/${id}`, `${subject} as ${as}`);
    }
    await visit.look(`/tickets/${world.ticket.id}`);
    await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible();
  }
  await visit.preview('/tickets/new', 'What happened?');
  await visit.preview(`/tickets/${world.ticket.id}`, /^Reply to/);
  for (const person of everySoManieth(world.people)) {
    await visit.as(person);
    await visit.look('/account', `the account of ${person.email}`);
  }
}

test('what people write is text and nothing else, in every field and on every page', async ({ context, page }) => {
  test.setTimeout(600_000);
  const installation = await startInstallation();
  try {
    const api = new Api(installation.url);
    await api.setUp(installation.setupToken);
    const world = await fillEverything(api);
    const safety = await SafetyWatch.of(context, installation.url);
    const visit = new Visit(page, installation.url, safety);
    await visitEverything(visit, page, world);
    await visit.close();
  } finally {
    await installation.stop();
  }
});
