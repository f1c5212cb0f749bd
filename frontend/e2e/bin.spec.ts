import { expectAccessibleEverywhere } from './harness/axe';
import { pressOn } from './harness/keyboard';
import { expect, test } from './harness/test';

test('what was deleted is found in the bin, restored, and put back', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Deleted');
  const ticket = await api.ticket(emma, { subject: 'Filed by mistake' });
  await api.delete(emma, ticket);
  await signIn(api.admin);
  await page.goto('/queue');
  await page.getByRole('link', { name: 'Bin', exact: true }).first().click();
  const row = page.getByRole('row', { name: new RegExp(`#?${ticket.number}.*Filed by mistake`) });
  await expect(row).toContainText('removed for good in 30 days');
  await row.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByText(`Ticket #${ticket.number} is out of the bin.`).first()).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
});

test('the page of a deleted ticket says so, changes nothing, and removes it for good after asking', async ({
  api,
  signIn,
  page,
}) => {
  const [emma, liam] = [await api.person('Emma Purged'), await api.person('Liam Purged', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'Gone soon' });
  await api.delete(liam, ticket);
  await signIn(api.admin);
  await page.goto('/bin');
  await page.getByRole('link', { name: 'Gone soon' }).click();
  await expect(page.getByText('In the bin, deleted')).toBeVisible();
  await expect(page.getByRole('button', { name: /Edit the|change the|Take|Start|Send/ })).toHaveCount(0);
  await expect(page.getByText('Liam Purged put this into the bin')).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Delete for good…' }));
  const dialog = page.getByRole('dialog', { name: `Delete ticket #${ticket.number} for good?` });
  await expect(dialog.getByRole('button', { name: 'Keep it in the bin' })).toBeFocused();
  await expectAccessibleEverywhere(page);
  await dialog.getByRole('button', { name: `Delete #${ticket.number} for good` }).click();
  await expect(page).toHaveURL(/\/bin$/);
  await expect(page.getByText(`Ticket #${ticket.number} is deleted for good.`).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Gone soon' })).toHaveCount(0);
});

test('the bin is for admins', async ({ api, signIn, page }) => {
  await signIn(await api.person('Liam Outside', 'agent'));
  await page.goto('/queue');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bin', exact: true })).toHaveCount(0);
  await page.goto('/bin');
  await expect(page).toHaveURL(/not-allowed|\/bin/);
  await expect(page.getByRole('heading', { name: 'Bin', exact: true })).toHaveCount(0);
});
