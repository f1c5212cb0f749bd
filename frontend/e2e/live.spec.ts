import type { Page } from '@playwright/test';
import type { FiledTicket } from './harness/api';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

/** Until the page hears what happens. */
async function untilLive(page: Page, open: () => Promise<unknown>): Promise<void> {
  const stream = page.waitForResponse((answer) => answer.url().includes('/api/v1/events'));
  await open();
  expect((await stream).status()).toBe(200);
}

/** What the page said aloud so far, politely. */
async function hearAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => {
      const words = document.querySelector('.cdk-live-announcer-element')?.textContent ?? '';
      if (words !== '' && said.at(-1) !== words) said.push(words);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}

async function open(page: Page, { id, subject }: FiledTicket): Promise<void> {
  await untilLive(page, () => page.goto(`/tickets/${id}`));
  await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
}

/** Within a second, and two more for a machine that is busy with other tests. */
const soon = { timeout: 3_000 };

test('what one does in a ticket appears in the other browser within a second, and moves nothing under the hand', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [emma, liam] = [await api.person('Emma Live'), await api.person('Liam Live', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'The projector flickers' });
  const said = await hearAnnouncements(page);
  await signIn(emma);
  await open(page, ticket);
  const field = page.getByRole('textbox', { name: 'Your reply' });
  await field.fill('It also smells');
  const before = await field.boundingBox();

  const agent = await visit(liam);
  await open(agent.page, ticket);
  await agent.page.getByRole('button', { name: 'Take' }).click();
  await expect(page.locator('.over').getByText('In progress')).toBeVisible(soon);
  await expect(page.locator('aside').getByText('Liam Live')).toBeVisible(soon);
  await agent.page.getByRole('textbox', { name: 'Reply to Emma Live' }).fill('Which room is it in?');
  await agent.page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.locator('.talk').getByText('Which room is it in?')).toBeVisible(soon);
  await expect(page.getByText('Liam Live replied while you were writing.')).toBeVisible(soon);
  await expect.poll(said).toEqual(expect.arrayContaining([expect.stringContaining('Liam Live replied')]));
  await expect.poll(said).toEqual(expect.arrayContaining([expect.stringContaining('Status is now In progress')]));

  await expect(field).toBeFocused();
  await expect(field).toHaveValue('It also smells');
  expect((await field.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);

  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.locator('li:focus').getByText('Which room is it in?')).toBeVisible();
  await expect(page.getByText('Liam Live replied while you were writing.')).toHaveCount(0);

  // The fresh version was taken: nobody is told that somebody was faster.
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(agent.page.locator('.talk').getByText('It also smells')).toBeVisible(soon);
});

test('rows change where they are, and new ones wait until they are asked for', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Rows'), await api.person('Liam Rows', 'agent')];
  const nora = await api.person('Nora Rows', 'agent');
  const first = await api.ticket(emma, { subject: 'The first of the rows' });
  await api.ticket(emma, { subject: 'The second of the rows' });
  await signIn(liam);
  await untilLive(page, () => page.goto(`/queue?requester=${emma.id}`));
  const row = page.getByRole('row', { name: /The first of the rows/ });
  await expect(row.getByText('Submitted')).toBeVisible();
  await row.getByRole('link').focus();
  const before = await row.boundingBox();

  await api.assign(nora, first, liam.id);
  await expect(row.getByText('In progress')).toBeVisible(soon);
  await api.ticket(emma, { subject: 'The third of the rows' });
  const news = page.getByRole('button', { name: '1 new: show' });
  await expect(news).toBeVisible(soon);
  await expect(page.getByRole('row', { name: /The third of the rows/ })).toHaveCount(0);
  expect(await row.boundingBox()).toEqual(before);
  await expect(row.getByRole('link')).toBeFocused();
  await news.click();
  await expect(page.getByRole('row', { name: /The third of the rows/ })).toBeVisible();
  await expect(news).toHaveCount(0);
});

test('ten tabs of one browser share one stream, also when the tab that reads it is closed', async ({
  api,
  signIn,
  context,
}) => {
  const [emma, liam] = [await api.person('Emma Tabs'), await api.person('Liam Tabs', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'Tabs everywhere' });
  await signIn(emma);
  const streams: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/api/v1/events')) streams.push(request.url());
  });
  const tabs: Page[] = [];
  for (let nth = 0; nth < 10; nth += 1) {
    const tab = await context.newPage();
    await tab.goto(`/tickets/${ticket.id}`);
    tabs.push(tab);
  }
  await Promise.all(tabs.map((tab) => expect(tab.getByRole('heading', { name: ticket.subject })).toBeVisible()));
  expect(streams).toHaveLength(1);
  await api.comment(liam, ticket, 'Heard in each of them');
  await Promise.all(tabs.map((tab) => expect(tab.getByText('Heard in each of them')).toBeVisible()));

  // The first one reads: another takes over where it ended.
  await tabs[0]!.close();
  await api.comment(liam, ticket, 'While nobody read');
  await Promise.all(tabs.slice(1).map((tab) => expect(tab.getByText('While nobody read')).toBeVisible()));
  expect(streams).toHaveLength(2);
  expect(streams[1]).toContain('lastEventId=');

  const eleventh = await context.newPage();
  await eleventh.goto('/tickets');
  await expect(eleventh.getByRole('link', { name: ticket.subject })).toBeVisible();
});

test('staff see who looks at a ticket, and are told before they answer what a colleague is answering', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [liam, nora] = [await api.person('Liam There', 'agent'), await api.person('Nora There', 'agent')];
  const ticket = await api.ticket(await api.person('Emma There'), { subject: 'Who is at it' });
  await signIn(liam);
  await open(page, ticket);
  const colleague = await visit(nora);
  await open(colleague.page, ticket);
  const within = { timeout: 2_000 };
  await expect(page.getByText('Nora There is looking')).toBeVisible(within);
  await expect(colleague.page.getByText('Liam There is looking')).toBeVisible(within);
  await colleague.page.getByRole('textbox', { name: /^Reply to/ }).fill('Have you tried');
  await expect(page.getByText('Nora There is answering', { exact: true })).toBeVisible(within);
  await expect(page.getByText('Nora There is answering this right now.')).toBeVisible(within);
  await expectAccessible(page, 'a ticket that somebody else is answering');
  await colleague.page.goto('/queue');
  await expect(page.getByText(/^Nora There is/)).toHaveCount(0, within);
});

test('without a connection it says so, keeps what is typed and catches up by itself', async ({
  api,
  signIn,
  page,
  context,
  watch,
}) => {
  const [emma, liam] = [await api.person('Emma Away'), await api.person('Liam Away', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'A train in a tunnel' });
  watch.expectLostAnswers();
  await signIn(emma);
  await open(page, ticket);
  await context.setOffline(true);
  await expect(page.getByText('No connection to Deskhand.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Typed in the dark');
  await api.comment(liam, ticket, 'Said meanwhile');
  await context.setOffline(false);
  await expect(page.getByText('No connection to Deskhand.')).toHaveCount(0);
  await expect(page.locator('.talk').getByText('Said meanwhile')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Typed in the dark');

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText('It goes by itself once that is back.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('It goes by itself once that is back.')).toHaveCount(0);
  await expect(page.locator('.talk').getByText('Typed in the dark')).toHaveCount(1);
  await expect.poll(() => api.comments(emma, ticket)).toEqual(['Said meanwhile', 'Typed in the dark']);
});

test('the bell tells what is unread, leads there, and clears it as a whole', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Bell'), await api.person('Liam Bell', 'agent')];
  const [one, two] = [
    await api.ticket(emma, { subject: 'A bell' }),
    await api.ticket(emma, { subject: 'Another bell' }),
  ];
  await signIn(emma);
  await untilLive(page, () => page.goto('/account'));
  await page.getByRole('button', { name: 'What is new: nothing' }).click();
  const panel = page.getByRole('dialog', { name: 'What is new' });
  await expect(panel.getByText('Nothing new.')).toBeVisible();
  await page.keyboard.press('Escape');

  await api.comment(liam, one, 'Which floor?');
  await api.comment(liam, two, 'And this one?');
  const bell = page.getByRole('button', { name: 'What is new: 2 unread tickets' });
  await expect(bell).toBeVisible({ timeout: 3_000 });
  await bell.click();
  await expectAccessibleEverywhere(page);
  await panel.getByRole('link', { name: 'A bell', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'A bell', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'What is new: 1 unread ticket' }).click();
  await panel.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(panel.getByText('Nothing new.')).toBeVisible();
});
