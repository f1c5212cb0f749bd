import type { Page } from '@playwright/test';
import type { Account, Api, FiledTicket } from './harness/api';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { pressOn, tabTo } from './harness/keyboard';
import { expect, test } from './harness/test';

async function fileMany(api: Api, requester: Account, count: number): Promise<FiledTicket[]> {
  const filed: FiledTicket[] = [];
  for (let number = 1; number <= count; number++) {
    filed.push(await api.ticket(requester, { subject: `Request ${String(number).padStart(2, '0')}` }));
  }
  return filed;
}

function box(page: Page, { number }: FiledTicket) {
  return page.getByRole('checkbox', { name: `Select #${number}` });
}

function bar(page: Page) {
  return page.getByRole('toolbar', { name: 'Change the selected tickets' });
}

test('many tickets are changed at once, and taken back at once', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Many'), await api.person('Liam Bulk', 'agent')];
  const tickets = await fileMany(api, emma, 6);
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  await box(page, tickets[5]!).check();
  await box(page, tickets[2]!).click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('4 selected');
  await expect(page.getByRole('status').filter({ hasText: '4 tickets selected' })).toHaveCount(1);
  await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(4);

  await bar(page).getByRole('button', { name: 'Priority' }).click();
  await expectAccessible(page, 'the menu of priorities over the bar');
  await page.getByRole('menuitem', { name: 'High' }).click();
  await expect(page.getByText('4 tickets changed.').first()).toBeVisible();
  await expect(page.locator('[aria-label="Priority: High"]')).toHaveCount(4);
  await expect(bar(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[aria-label="Priority: High"]')).toHaveCount(0);

  await page.getByRole('checkbox', { name: 'Select every ticket of this page' }).check();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('6 tickets deleted.').first()).toBeVisible();
  await expect(page.getByText('No ticket matches')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(box(page, tickets[0]!)).toBeVisible();
});

test('those that refuse are named with the reason and stay selected', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Mixed'), await api.person('Liam Mixed', 'agent')];
  const [first, second, third] = await fileMany(api, emma, 3);
  await api.status(liam, second!, { status: 'cancelled' });
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  for (const ticket of [first!, second!, third!]) await box(page, ticket).check();
  await bar(page).getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'On hold (fits 2 of 3)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put 3 tickets on hold' });
  await dialog.getByLabel('What do you wait for?').fill('The spare parts');
  await expectAccessible(page, 'the dialog of a status of many');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  const refusals = page.getByRole('dialog', { name: '1 ticket stayed as it was' });
  await expect(refusals).toContainText(`#${second!.number}`);
  await expect(refusals).toContainText('is “Cancelled” and cannot become “On hold”');
  await expectAccessibleEverywhere(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await refusals.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByText('2 tickets changed.').first()).toBeVisible();
  await expect(box(page, second!)).toBeChecked();
  await expect(box(page, first!)).not.toBeChecked();
  await expect(bar(page)).toContainText('1 selected');
});

test('a hundred keys and no mouse: rows are selected, changed and let go', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Keys'), await api.person('Liam Keys', 'agent')];
  const tickets = await fileMany(api, emma, 3);
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  await expect(box(page, tickets[2]!)).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Request 03' }));
  await page.keyboard.press('Space');
  await expect(box(page, tickets[2]!)).toBeChecked();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('3 selected');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('Space');
  await pressOn(page, bar(page).getByRole('button', { name: 'Assign' }));
  const dialog = page.getByRole('dialog', { name: 'Assign 1 ticket' });
  await expect(dialog.getByRole('button', { name: 'Assign to me' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Ticket #${tickets[2]!.number} changed.`).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Request 03/ })).toContainText('Liam Keys');
});

test('on a phone cards are selected, and the bar hides none of them', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Pocket'), await api.person('Liam Pocket', 'agent')];
  await fileMany(api, emma, 8);
  await signIn(liam);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/queue?requester=${emma.id}`);
  await page.getByRole('button', { name: 'Select' }).click();
  await expect(bar(page)).toContainText('0 selected');
  await page.getByRole('checkbox', { name: /Request 08/ }).check();
  await page.getByRole('checkbox', { name: /Request 01/ }).check();
  await expect(bar(page)).toContainText('2 selected');
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const [last, foot] = [await page.getByText('Request 01').boundingBox(), await bar(page).boundingBox()];
  expect(last!.y + last!.height).toBeLessThanOrEqual(foot!.y);
  await expectAccessibleEverywhere(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Request 08' })).toBeVisible();
});
