import type { Page } from '@playwright/test';
import { Api } from './harness/api';
import { expectAccessibleEverywhere } from './harness/axe';
import { type Installation, startInstallation } from './harness/installation';
import { expect, signInTo, test } from './harness/test';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Settings are everybody's, so what is changed here is changed in an installation of its own. */
test.describe('The settings', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  let own: Installation;
  let api: Api;

  test.beforeAll(async () => {
    own = await startInstallation();
    api = new Api(own.url);
    await api.setUp(own.setupToken);
  });
  test.afterAll(() => own.stop());

  async function asAdmin(page: Page, path: string): Promise<void> {
    await signInTo(page.context(), own.url, api.admin);
    await page.goto(`${own.url}${path}`);
  }

  const saved = (page: Page, words: RegExp): Promise<void> => expect(page.getByText(words)).toBeVisible();

  test('the name and the logo stand on every page, and support where people ask for help', async ({ page, visit }) => {
    await asAdmin(page, '/queue');
    // It comes above everything and moves what would be clicked.
    await expect(page.getByText('No mail server is set up')).toBeVisible();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Organisation/ })
      .click();
    await page.getByLabel('Name').fill('Harbour & Sons');
    await page.getByLabel('Support hours').fill('8:00 to 17:00');
    await page.reload();
    await expect(page.getByLabel('Name')).toHaveValue('Harbour & Sons');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page, /The organisation is saved/);
    await expect(page).toHaveTitle('Organisation · Harbour & Sons');
    await page.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PNG });
    await saved(page, /The logo is in use/);
    await expect(page.getByRole('img', { name: 'The logo as it is now' })).toBeVisible();

    const stranger = (await visit(undefined, own.url)).page;
    await stranger.goto(`${own.url}/`);
    await expect(stranger.getByRole('link', { name: 'Harbour & Sons' })).toBeVisible();
    await expect(stranger.getByText('8:00 to 17:00')).toBeVisible();
    await expect(stranger.locator('header img')).toHaveJSProperty('naturalWidth', 1);

    await page.getByRole('button', { name: 'Take it away' }).click();
    await saved(page, /The logo is taken away/);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('img', { name: 'The logo as it is now' })).toBeVisible();
  });

  test('who may register is obeyed by the pages', async ({ page, visit }) => {
    await asAdmin(page, '/admin/rules');
    await page.getByRole('radio', { name: /mail address of ours/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.locator('dh-form-summary').getByText('Enter at least one domain')).toBeVisible();
    await page.getByLabel('Mail domains').fill('@Example.org');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page, /saved and in effect/);
    await expect(page.getByLabel('Mail domains')).toHaveValue('example.org');

    const { page: nora } = await visit(undefined, own.url);
    await nora.goto(`${own.url}/register`);
    await expect(nora.getByText('Use your mail address at example.org.')).toBeVisible();

    await page.getByRole('radio', { name: /Only who was invited/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Not saved yet')).toBeHidden();
    await nora.reload();
    await expect(nora.getByText(/Accounts are made by invitation here/)).toBeVisible();
    await expect(nora.getByRole('button', { name: 'Create the account' })).toBeHidden();

    await page.getByRole('radio', { name: /Everybody/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Not saved yet')).toBeHidden();
  });

  test('categories are added, moved by keyboard and by dragging, and deactivated without a question', async ({
    page,
    watch,
  }) => {
    watch.expectRefusal(422);
    await asAdmin(page, '/admin/categories');
    const names = page.locator('dh-category-table .text');
    await expect(names.first()).toHaveText('Email');
    await page.getByRole('button', { name: 'Add a category' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('email');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog').locator('mat-error')).toContainText('a category of this name already');
    await page.getByRole('dialog').getByLabel('Name').fill('Meeting rooms');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(names.last()).toHaveText('Meeting rooms');

    await page.getByRole('button', { name: 'Move Website up' }).press('Enter');
    await expect(names.first()).toHaveText('Website');
    await expect(page.getByRole('button', { name: 'Move Website up' })).toBeFocused();
    await expect(page.getByText('“Website” is number 1 now.').first()).toBeVisible();

    const [from, to] = [page.locator('.handle').nth(1), page.locator('.handle').nth(0)];
    const [start, end] = [(await from.boundingBox())!, (await to.boundingBox())!];
    await page.mouse.move(start.x + 10, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 10, start.y - 10, { steps: 4 });
    await page.mouse.move(end.x + 10, end.y - 10, { steps: 8 });
    await page.mouse.up();
    await expect(names.first()).toHaveText('Email');

    await page.getByRole('button', { name: 'Actions for Email' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await expect(page.getByText('Not active')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('Not active')).toBeHidden();
  });

  test('other words for a status stand everywhere', async ({ page, visit }) => {
    await asAdmin(page, '/admin/statuses');
    await page.getByLabel('Own words for “Submitted”').fill('Handed in');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page, /words of the statuses are saved/);
    const emma = await api.person('Emma Employee');
    await api.ticket(emma);
    const visitor = await visit(emma, own.url);
    await visitor.page.goto(`${own.url}/tickets`);
    await expect(visitor.page.getByText('Handed in')).toBeVisible();
  });

  test('the pages are accessible with long names, and with a menu and a dialog open', async ({ page }) => {
    await asAdmin(page, '/admin/organisation');
    await page.getByLabel('Name').fill('Donaudampfschifffahrtsgesellschaft Wien and Sons International Holding');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page, /The organisation is saved/);
    await expectAccessibleEverywhere(page);
    await page.goto(`${own.url}/admin/categories`);
    await page.getByRole('button', { name: 'Actions for Hardware' }).click();
    await expectAccessibleEverywhere(page);
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await expectAccessibleEverywhere(page);
  });
});
