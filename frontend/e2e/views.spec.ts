import type { Page } from '@playwright/test';
import { expectAccessible } from './harness/axe';
import { expect, test } from './harness/test';

const subjects = (page: Page) => page.getByRole('table', { name: 'Tickets' }).getByRole('link').allTextContents();

test('a view is saved, shared, changed and deleted, and its address shows the same to everybody', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const emma = await api.person('Emma Views');
  const [liam, mia] = [await api.person('Liam Views', 'agent'), await api.person('Mia Views', 'agent')];
  await api.ticket(emma, { subject: 'The screen flickers', priority: 'high' });
  await api.ticket(emma, { subject: 'A new mouse', priority: 'low' });
  await signIn(liam);
  const name = `Of Emma ${emma.id.slice(-6)}`;
  const side = page.locator('.side');
  const link = side.getByRole('link', { name });

  await test.step('save what the filters show', async () => {
    await page.goto(`/queue?requester=${emma.id}&priority=high`);
    await expect.poll(() => subjects(page)).toEqual(['The screen flickers']);
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await expectAccessible(page, 'the dialog of saving a view');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/\/queue\?view=[\w-]+$/);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    expect(await subjects(page)).toEqual(['The screen flickers']);
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(link).toHaveAccessibleName(`${name} 1 ticket`, { timeout: 15_000 });
  });

  await test.step('narrow it without leaving it, reload, and reset', async () => {
    await page.getByRole('button', { name: /^Remove the filter Priority/ }).click();
    await expect.poll(() => subjects(page)).toEqual(['A new mouse', 'The screen flickers']);
    await expect(page.getByText('Changed', { exact: true })).toBeVisible();
    await page.reload();
    await expect.poll(() => subjects(page)).toHaveLength(2);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Reset' }).click();
    await expect.poll(() => subjects(page)).toEqual(['The screen flickers']);
    await page.goBack();
    await expect.poll(() => subjects(page)).toHaveLength(2);
  });

  await test.step('choose columns, and keep all of it', async () => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Category' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Status' }).click();
    await expectAccessible(page, 'the menu of columns');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('columnheader', { name: 'Category' })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Changed', { exact: true })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('columnheader', { name: 'Category' })).toBeVisible();
    await expect.poll(() => subjects(page)).toHaveLength(2);
  });

  const shared = page.url();
  const { page: other } = await visit(mia);

  await test.step('share it', async () => {
    await other.goto(shared);
    await expect(other.getByRole('heading', { name: 'There is no such view' })).toBeVisible();
    await page.getByRole('button', { name: 'More for this view' }).click();
    await page.getByRole('menuitem', { name: 'Rename or share' }).click();
    await page.getByRole('dialog').getByLabel('Share with all staff').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await other.reload();
    await expect(other.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect.poll(() => subjects(other)).toHaveLength(2);
    await expect(other.getByRole('button', { name: 'More for this view' })).toHaveCount(0);
  });

  await test.step('delete it, after a question', async () => {
    await page.getByRole('button', { name: 'More for this view' }).click();
    await page.getByRole('menuitem', { name: 'Delete the view' }).click();
    await expect(page.getByRole('dialog')).toContainText('All staff lose this view.');
    await page.getByRole('button', { name: 'Delete the view' }).click();
    await expect(link).toHaveCount(0);
    await expect(page).toHaveURL(/\/queue$/);
  });
});

test('a phone has the views in its menu, with their counts', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Phone'), await api.person('Liam Phone', 'agent')];
  await api.ticket(emma);
  await signIn(liam);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/queue?view=recently-resolved');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Menu' });
  await expect(drawer.getByRole('link', { name: /^Unassigned .*tickets?$/ })).toBeVisible();
  await expect(drawer.getByRole('link', { name: 'Recently resolved' })).toHaveAttribute('aria-current', 'page');
  await expectAccessible(page, 'the menu with the views');
});

test('employees see how many tickets are theirs', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Counted');
  await api.ticket(emma);
  await api.ticket(emma);
  await signIn(emma);
  await page.goto('/tickets');
  await expect(page.getByRole('link', { name: 'Mine 2 tickets' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Watching 0 tickets' })).toBeVisible();
});
