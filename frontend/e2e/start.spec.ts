import type { Page } from '@playwright/test';
import { focusAfterChanges } from './harness/focus';
import { expect, test } from './harness/test';

/** Of the web's own measure, which calls 0.1 good. */
const LARGEST_SHIFT = 0.05;

interface Shift {
  readonly value: number;
  readonly what: string;
}

/** Everything that moved by itself, with how far by the web's measure. */
async function shiftsOf(page: Page, address: string): Promise<Shift[]> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: { node: Node | null }[] };
        shifts.push({ value, what: sources.map(({ node }) => node?.nodeName).join() });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

test('something is to be seen before the scripts have come, and gives way to the page', async ({ page }) => {
  let come: () => void = () => undefined;
  const mayCome = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/*.js', async (route) => {
    if (route.request().url().includes('/main-')) await mayCome;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  const splash = page.locator('.splash');
  await expect(splash).toBeVisible();
  await expect(page.locator('dh-root')).toBeEmpty();
  come();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(splash).toBeHidden();
});

test('nothing jumps while a page begins', async ({ api, visit }) => {
  const [emma, liam] = [await api.person('Emma Begins'), await api.person('Liam Begins', 'agent')];
  const tickets = [];
  for (let nth = 1; nth <= 3; nth++) tickets.push(await api.ticket(emma, { subject: `Printer ${nth} jams` }));
  for (const [person, addresses] of [
    [emma, ['/tickets', '/tickets/new', `/tickets/${tickets[0]!.id}`]],
    [liam, ['/queue', `/tickets/${tickets[0]!.id}`]],
  ] as const) {
    for (const address of addresses) {
      const { page } = await visit(person);
      const shifts = await shiftsOf(page, address);
      const sum = shifts.reduce((all, { value }) => all + value, 0);
      expect(sum, `${address}: ${JSON.stringify(shifts)}`).toBeLessThan(LARGEST_SHIFT);
    }
  }
});

test('what a page asks for first comes with its scripts, and is asked for once', async ({ api, visit }) => {
  const emma = await api.person('Emma Ahead');
  const ticket = await api.ticket(emma, { subject: 'Printer 9 jams' });
  for (const address of ['/tickets', `/tickets/${ticket.id}`]) {
    const { page } = await visit(emma);
    const asked: string[] = [];
    let isLive = false;
    page.on('request', (request) => {
      if (!isLive) asked.push(request.url());
    });
    page.on('response', (response) => {
      // From then on lists are asked for again, for what happened in between.
      if (response.url().includes('/api/v1/events')) isLive = true;
    });
    const answer = await page.goto(address);
    await expect(page.getByText('Printer 9 jams').first()).toBeVisible();
    const links = (await answer!.headerValue('link'))!.matchAll(/<([^>]+)>; rel=preload; as=fetch/g);
    const ahead = [...links].map(([, path]) => new URL(path!, page.url()).href);
    expect(ahead.length).toBeGreaterThan(1);
    for (const url of ahead) expect(asked.filter((each) => each === url)).toHaveLength(1);
    const others = asked.filter((url) => /\/api\/v1\/(auth\/me|tickets)(\?|$)/.test(url) && !ahead.includes(url));
    expect(others).toEqual([]);
  }
});

test('the typeface comes after the first page, and later pages begin with it', async ({ api, visit }) => {
  const { page } = await visit(await api.person('Emma Reads'));
  const typeface = page.locator('html[data-typeface="inter"]');
  let come: () => void = () => undefined;
  const mayCome = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/*.woff2', async (route) => {
    await mayCome;
    await route.continue();
  });
  const asked = page.waitForRequest(/\.woff2$/);
  await page.goto('/tickets/new');
  await expect(page.getByLabel('What do you need?')).toBeVisible();
  await asked;
  await expect(typeface).toHaveCount(0);
  come();
  await expect(typeface).toHaveCount(1);
  expect(await page.evaluate(() => document.fonts.check("1em 'Inter Variable'"))).toBe(true);

  await page.goto('/tickets', { waitUntil: 'commit' });
  await page.locator('dh-root').waitFor({ state: 'attached' });
  expect(await typeface.count()).toBe(1);
});

test('what is typed into the search before its hits can come stays, and the hits come', async ({ api, visit }) => {
  const emma = await api.person('Emma Hasty');
  await api.ticket(emma, { subject: 'The wombat jams' });
  const { page } = await visit(emma);
  let come: () => void = () => undefined;
  const mayCome = new Promise<void>((resolve) => (come = resolve));
  await page.goto('/tickets');
  await page.route('**/*.js', async (route) => {
    await mayCome;
    await route.continue();
  });
  const plain = page.getByRole('searchbox', { name: 'Search tickets' });
  await plain.focus();
  await page.keyboard.type('womb');
  await expect(plain).toHaveValue('womb');
  const focused = await focusAfterChanges(page.getByRole('search'));
  come();
  const field = page.getByRole('combobox', { name: 'Search tickets' });
  await expect.poll(focused).toEqual(['INPUT']);
  await page.keyboard.type('at');
  await expect(field).toHaveValue('wombat');
  await expect(page.getByRole('option', { name: /The wombat jams/ })).toBeVisible();
});
