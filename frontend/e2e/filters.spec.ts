import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

async function choose(page: Page, ...path: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  for (const [depth, name] of path.entries()) {
    const role =
      depth < path.length - 1 ? 'menuitem' : /^(Unread|High)$/.test(name) ? 'menuitemcheckbox' : 'menuitemradio';
    await page.getByRole(role, { name, exact: true }).click();
  }
}

function chip(page: Page, label: string | RegExp) {
  return page.locator('dh-queue-filters').getByRole('button', { name: label });
}

test('whose turn it is and what is unread narrow the queue', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Turned'), await api.person('Liam Turned', 'agent')];
  const answered = await api.ticket(emma, { subject: 'Answered by staff' });
  await api.comment(liam, answered, 'Have a look.');
  const waiting = await api.ticket(emma, { subject: 'Waits for staff' });
  await api.assign(await api.person('Noah Turned', 'agent'), waiting, liam.id);
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}`);
  const rows = page.getByRole('table', { name: 'Tickets' }).getByRole('link');
  await expect(rows).toHaveCount(2);

  await choose(page, 'Whose turn', 'IT staff');
  await expect(page).toHaveURL(/turn=staff/);
  await expect(rows).toHaveText([/Waits for staff/]);
  await page.keyboard.press('Escape');
  await chip(page, 'Remove the filter Whose turn: IT staff').click();
  await expect(rows).toHaveCount(2);

  await choose(page, 'Unread');
  await expect(page).toHaveURL(/unread=true/);
  await expect(rows).toHaveText([/Waits for staff/]);
  await page.keyboard.press('Escape');
  await expectAccessibleEverywhere(page);
  await chip(page, 'Remove the filter Unread').click();
  await expect(page).not.toHaveURL(/unread/);
});

test('times narrow the queue by what people ask for most, and between two days', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const emma = await api.person('Emma Timed');
  await api.ticket(emma, { subject: 'Of today' });
  await signIn(await api.person('Liam Timed', 'agent'));
  await page.goto(`/queue?requester=${emma.id}`);
  const rows = page.getByRole('table', { name: 'Tickets' }).getByRole('link');
  await expect(rows).toHaveCount(1);

  await choose(page, 'Created', 'Last 7 days');
  await expect(page).toHaveURL(/createdFrom=\d{4}-\d\d-\d\dT/);
  await expect(chip(page, /Created: since /)).toBeVisible();
  await expect(rows).toHaveText(['Of today']);
  await page.keyboard.press('Escape');

  await choose(page, 'Created', 'Between…');
  const dialog = page.getByRole('dialog', { name: 'Created between' });
  await expect(dialog.getByRole('textbox', { name: 'First day' })).toBeFocused();
  await expectAccessible(page, 'the question between which days');
  await dialog.getByRole('textbox', { name: 'First day' }).fill('12/11/2025');
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('01/10/2025');
  await dialog.getByRole('button', { name: 'Show these' }).click();
  await expect(dialog.getByText('The last day must not come before the first.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'First day' }).fill('someday');
  await dialog.getByRole('button', { name: 'Show these' }).click();
  await expect(dialog.getByText('Enter each day as a date.')).toBeVisible();
  await expectAccessible(page, 'a day that nobody can read');
  await dialog.getByRole('textbox', { name: 'First day' }).fill('01/10/2025');
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('12/11/2025');
  await dialog.getByRole('button', { name: 'Show these' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused();
  await expect(page).toHaveURL(/createdFrom=2025-09-30T22:00:00Z&createdTo=2025-11-12T23:00:00Z/);
  const between = chip(page, /Remove the filter Created: 1 Oct\s–\s12 Nov 2025/);
  await expect(between).toBeVisible();
  await expect(page.getByText('No ticket matches')).toBeVisible();
  await page.reload();
  await expect(between).toBeVisible();

  const colleague = await visit(await api.person('Noah Timed', 'agent'));
  await colleague.page.goto(page.url());
  await expect(chip(colleague.page, /Created: 1 Oct\s–\s12 Nov 2025/)).toBeVisible();

  await between.click();
  await expect(page).not.toHaveURL(/created/);
  await expect(rows).toHaveText(['Of today']);
});

test('the calendar of a filter is for everybody', async ({ api, signIn, page }) => {
  await signIn(await api.person('Liam Calendar', 'agent'));
  await page.goto('/queue?updatedFrom=2026-10-01T00:00:00%2B02:00');
  await expect(chip(page, /Updated: since 1 Oct/)).toBeVisible();
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await choose(page, 'Updated', 'Between…');
    await expect(page.getByRole('textbox', { name: 'First day' })).toHaveValue('01/10/2026');
    await page.getByRole('button', { name: 'Open the calendar' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await expectAccessible(page, `the calendar at ${width} px`);
    // Over a day, Escape would first give up what the pointer is about to choose.
    await page.mouse.move(0, 0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('grid')).toBeHidden();
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
