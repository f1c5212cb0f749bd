import type { Page } from '@playwright/test';
import type { Account, Api } from './harness/api';
import { expectAccessible } from './harness/axe';
import { expect, test } from './harness/test';

const ROWS = 25;

async function fileMany(api: Api, requester: Account, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const priority = number % 5 === 0 ? 'high' : 'low';
    await api.ticket(requester, { subject: `Request ${String(number).padStart(2, '0')}`, priority });
  }
}

/** The subjects in the order in which they stand. */
async function subjects(page: Page): Promise<string[]> {
  await expect(page.getByRole('table', { name: 'Tickets' })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  return page.getByRole('table', { name: 'Tickets' }).getByRole('link').allTextContents();
}

function sortButton(page: Page, name: string) {
  return page.getByRole('columnheader', { name }).getByRole('button');
}

test('the state of the queue is its address: order, page, reload, back and share', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [emma, liam] = [await api.person('Emma Prolific'), await api.person('Liam Queue', 'agent')];
  await fileMany(api, emma, ROWS + 3);
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  const newest = await subjects(page);
  expect(newest).toHaveLength(ROWS);
  expect(newest[0]).toBe('Request 28');

  await sortButton(page, 'Created').click();
  await expect(page).toHaveURL(/sort=createdAt/);
  await expect.poll(() => subjects(page)).toContain('Request 01');
  const oldest = await subjects(page);
  expect(oldest[0]).toBe('Request 01');

  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect.poll(() => subjects(page)).toEqual(['Request 26', 'Request 27', 'Request 28']);
  await expectAccessible(page, 'the last page of the queue');

  await page.reload();
  expect(await subjects(page)).toEqual(['Request 26', 'Request 27', 'Request 28']);
  const shared = page.url();

  await page.getByRole('link', { name: 'Request 27' }).click();
  await expect(page.getByRole('heading', { name: 'Request 27', level: 1 })).toBeVisible();
  await page.goBack();
  await expect.poll(() => subjects(page)).toEqual(['Request 26', 'Request 27', 'Request 28']);
  await page.goBack();
  await expect.poll(() => subjects(page)).toEqual(oldest);
  await page.goBack();
  await expect.poll(() => subjects(page)).toEqual(newest);

  const colleague = await visit(await api.person('Noah Colleague', 'agent'));
  await colleague.page.goto(shared);
  expect(await subjects(colleague.page)).toEqual(['Request 26', 'Request 27', 'Request 28']);
});

test('filters stand in the address and as chips that can be taken away', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Filtered'), await api.person('Liam Filter', 'agent')];
  await fileMany(api, emma, 6);
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  expect(await subjects(page)).toHaveLength(6);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Priority' }).click();
  await expectAccessible(page, 'the open menus of filters');
  await page.getByRole('menuitemcheckbox', { name: 'High' }).click();
  await expect(page).toHaveURL(/priority=high/);
  await expect.poll(() => subjects(page)).toEqual(['Request 05']);
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'the queue with its chips');

  await page.getByRole('button', { name: /Remove the filter Priority: High/ }).click();
  await expect(page).not.toHaveURL(/priority=/);
  await expect.poll(async () => (await subjects(page)).length).toBe(6);
});

test('an agent takes a ticket from the queue without leaving it', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Taken'), await api.person('Liam Taker', 'agent')];
  const ticket = await api.ticket(emma);
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  await page.getByRole('button', { name: `Take #${ticket.number}` }).click();
  await expect(page.getByText(`You took #${ticket.number}.`).first()).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(ticket.subject) })).toContainText(liam.name);
  await expect(page.getByRole('row', { name: new RegExp(ticket.subject) })).toContainText('In progress');
});

test('a filter that finds nothing says so and offers a way out', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Nothing');
  await signIn(await api.person('Liam Nothing', 'agent'));
  await page.goto(`/queue?requester=${emma.id}`);
  await expect(page.getByText('No ticket matches')).toBeVisible();
  await page.getByRole('link', { name: 'All tickets' }).click();
  await expect(page).toHaveURL('/queue');
});
