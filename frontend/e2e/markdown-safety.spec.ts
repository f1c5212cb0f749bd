import type { Page } from '@playwright/test';
import { XSS_CORPUS } from '../src/testing/xss-corpus';
import { Api } from './harness/api';
import { fillEverything, type HostileWorld, takeTurns } from './harness/hostile-world';
import { startInstallation } from './harness/installation';
import { MailReader } from './harness/mail-safety';
import { Mailbox, startMailServer } from './harness/mailbox';
import { SafetyWatch } from './harness/safety';
import { type Credentials, expect, signInTo, test } from './harness/test';

/** Of pages that differ by their texts only, every so manieth is opened where the proofs do not run whole. */
const STRIDE = process.env.PROOF_CYCLES ? 1 : 4;

/** The pages where lists of what was written appear, page after page. */
const LISTS: readonly { readonly as: 'requester' | 'agent' | 'admin'; readonly address: string }[] = [
  { as: 'requester', address: '/tickets' },
  { as: 'requester', address: '/account' },
  { as: 'agent', address: '/queue' },
  { as: 'agent', address: '/people' },
  { as: 'agent', address: '/snippets' },
  { as: 'admin', address: '/people' },
  { as: 'admin', address: '/admin/organisation' },
  { as: 'admin', address: '/admin/categories' },
  { as: 'admin', address: '/admin/statuses' },
  { as: 'admin', address: '/admin/trail' },
  { as: 'admin', address: '/admin/mail' },
];

/** Looks at every page after it was filled, in one browser. */
class Visit {
  private looks = 0;

  constructor(
    private readonly page: Page,
    private readonly url: string,
    private readonly safety: SafetyWatch,
    private readonly world: HostileWorld,
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
    await takeTurns(this.world, this.looks++);
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

async function visitEverything(visit: Visit, page: Page, { api, ticket, ...world }: HostileWorld): Promise<void> {
  for (const { as, address } of LISTS) {
    await visit.as({ ...world, admin: api.admin }[as]);
    await visit.look(address, `${address} as ${as}`);
    await visit.lookOn();
  }
  await visit.look(`/admin/mail/${await api.mailTo(world.agent)}`);
  for (const as of ['requester', 'agent'] as const) {
    await visit.as(world[as]);
    const others = (await api.tickets(world[as])).filter(({ id }) => id !== ticket.id);
    for (const { id, subject } of everySoManieth(others)) {
      await visit.look(`/tickets/${id}`, `${subject} as ${as}`);
    }
    await visit.look(`/tickets/${ticket.id}`);
    await expect(page.getByText('<script>alert(1)</script>').first()).toBeVisible();
  }
  await visit.preview('/tickets/new', 'What happened?');
  await visit.preview(`/tickets/${ticket.id}`, /^Reply to/);
  for (const person of everySoManieth(world.people)) {
    await visit.as(person);
    await visit.look('/account', `the account of ${person.email}`);
  }
}

test('what people write is text and nothing else, in every field, on every page and in every mail', async ({
  browser,
  context,
  page,
}) => {
  test.setTimeout(900_000);
  const server = await startMailServer();
  const mail = { MAIL_URL: server.url, MAIL_FROM: 'Deskhand <it@example.org>', MAIL_GATHERING: '1' };
  const installation = await startInstallation(mail);
  try {
    const api = new Api(installation.url);
    await api.setUp(installation.setupToken);
    const world = await fillEverything(api);

    await test.step('the pages', async () => {
      const safety = await SafetyWatch.of(context, installation.url);
      const visit = new Visit(page, installation.url, safety, world);
      await visitEverything(visit, page, world);
      await visit.close();
    });

    await test.step('the mails', async () => {
      await expect.poll(() => api.mailsWaiting(), { timeout: 60_000 }).toBe(0);
      const reader = await MailReader.in(browser);
      const words: string[] = [];
      for (const each of await new Mailbox(server.folder).all()) words.push(await reader.open(each));
      await reader.close();
      for (const { name } of [world.agent, world.requester]) expect(words.join('\n')).toContain(name);
      expect(words.join('\n')).toContain('<script>alert(1)</script>');
    });
  } finally {
    await installation.stop();
    await server.stop();
  }
});
