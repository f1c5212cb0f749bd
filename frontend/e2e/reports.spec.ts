import type { Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

function card(page: Page, heading: string) {
  return page.locator('dh-chart-card').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
}

test('an agent reads the reports, narrows them, takes a chart for its table and goes on to the tickets', async ({
  api,
  page,
  signIn,
}) => {
  const [emma, liam] = [await api.person('Emma Reporter'), await api.person('Liam Reader', 'agent')];
  const urgent = await api.ticket(emma, { subject: 'Urgent for the report', priority: 'high' });
  const ticket = await api.assign(liam, await api.ticket(emma, { subject: 'Solved for the report' }), liam.id);
  await api.assign(liam, urgent, liam.id);
  await api.comment(liam, ticket, 'It is done.');
  await api.status(liam, ticket, { status: 'resolved' });
  await signIn(liam);
  await page.goto('/queue');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(8);

  // Only his own, of which there are exactly two: the address says so, and a reload shows the same.
  await page.getByRole('combobox', { name: 'Assignee' }).click();
  await page.getByRole('option', { name: 'Me', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/assignee=me/);
  await page.getByRole('combobox', { name: 'Days' }).click();
  await page.getByRole('option', { name: 'Last 7 days' }).click();
  await expect(page).toHaveURL(/days=7/);
  const volume = card(page, 'Created and resolved');
  await expect(volume).toContainText('2 tickets were created and 1 resolved.');
  await page.reload();
  await expect(volume).toContainText('2 tickets were created and 1 resolved.');

  await volume.getByRole('button', { name: /as table$/ }).click();
  await expect(volume.getByRole('row')).toHaveCount(8);
  await expect(volume.getByRole('row').last()).toContainText('21');
  await card(page, 'Open by priority')
    .getByRole('button', { name: /as table$/ })
    .click();
  await expectAccessibleEverywhere(page);

  const file = page.waitForEvent('download');
  await volume.getByRole('button', { name: /as CSV$/ }).click();
  expect((await file).suggestedFilename()).toBe('created-and-resolved.csv');

  await card(page, 'Open by priority').getByRole('link', { name: 'High' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/queue\?.*priority=high/);
  await expect(page.getByRole('link', { name: 'Urgent for the report' })).toBeVisible();
  await page.goBack();
  await volume.getByRole('button', { name: /as table$/ }).click();
  await volume.getByRole('row').last().getByRole('link').click();
  await expect(page).toHaveURL(/createdFrom=/);
  await expect(page.getByRole('link', { name: 'Solved for the report' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Created: / })).toBeVisible();
});

test('a click on a bar leads to its tickets, and the charts follow the scheme', async ({ api, page, signIn }) => {
  const [emma, liam] = [await api.person('Emma Clicker'), await api.person('Liam Clicker', 'agent')];
  await api.assign(liam, await api.ticket(emma, { subject: 'Behind a bar' }), liam.id);
  await signIn(liam);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/reports?assignee=me');
  const canvas = card(page, 'Open by assignee').locator('canvas');
  const light = await canvas.screenshot();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(async () => (await canvas.screenshot()).equals(light)).toBe(false);
  const { width, height } = (await canvas.boundingBox())!;
  await canvas.click({ position: { x: width - 40, y: height / 2 } });
  await expect(page).toHaveURL(new RegExp(`/queue\\?.*assignee=${liam.id}`));
  await expect(page.getByRole('link', { name: 'Behind a bar' })).toBeVisible();
});

test('days without tickets say so and offer more; own dates are kept in the address', async ({ api, page, signIn }) => {
  await signIn(await api.person('Liam Nothing', 'agent'));
  await page.goto('/reports?from=2020-01-01&to=2020-01-31');
  await expect(page.getByRole('heading', { name: 'Nothing happened in these days' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'First day' })).toHaveValue(/2020/);
  await page.getByRole('textbox', { name: 'First day' }).fill('15/01/2020');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(/from=2020-01-15&to=2020-01-31/);
  await page.getByRole('button', { name: 'Show the last year' }).click();
  await expect(page).toHaveURL(/\/reports\?days=365$/);
});

test('a report that fails says so and can be asked for again', async ({ api, page, signIn, watch }) => {
  await signIn(await api.person('Liam Retry', 'agent'));
  watch.expectLostAnswers();
  await page.route('**/reports/open*', (route) => route.abort('connectionreset'));
  await page.goto('/reports');
  await expect(page.getByRole('alert')).toContainText('No connection');
  await page.unroute('**/reports/open*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Open by status' })).toBeVisible();
});
