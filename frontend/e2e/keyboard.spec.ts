import { pressOn, tabTo, typeInto } from './harness/keyboard';
import { expect, test } from './harness/test';

test('the day of an agent works by keyboard alone: sign in, file, find, reply, resolve, sign out', async ({
  api,
  page,
}) => {
  test.setTimeout(180_000);
  const [emma, liam] = [await api.person('Emma Keyless'), await api.person('Liam Mouseless', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'Only the keyboard reaches this' });

  await test.step('sign in', async () => {
    await page.goto('/sign-in');
    await typeInto(page, page.getByLabel('Mail address'), liam.email);
    await typeInto(page, page.getByLabel('Password', { exact: true }), liam.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/queue/);
  });

  await test.step('file', async () => {
    await pressOn(page, page.getByRole('link', { name: 'New ticket' }).first());
    await expect(page.getByRole('heading', { name: 'New ticket', level: 1 })).toBeVisible();
    await typeInto(page, page.getByLabel('What do you need?'), 'A second screen');
    await typeInto(page, page.getByLabel('What happened?'), 'One is not enough.');
    await pressOn(page, page.getByRole('button', { name: 'File ticket' }), 'Space');
    await expect(page.getByRole('heading', { name: 'A second screen', level: 1 })).toBeVisible();
  });

  await test.step('find', async () => {
    await pressOn(page, page.getByRole('link', { name: 'Unassigned' }).first());
    await expect(page).toHaveURL(/view=unassigned/);
    await pressOn(page, page.getByRole('link', { name: ticket.subject }));
    await expect(page.getByRole('heading', { name: ticket.subject, level: 1 })).toBeVisible();
  });

  await test.step('reply', async () => {
    await typeInto(page, page.getByLabel(`Reply to ${emma.name}`), 'It is on its way.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('article', { name: `Reply of ${liam.name}` })).toContainText('It is on its way.');
  });

  await test.step('resolve', async () => {
    await page.locator('main').focus();
    await pressOn(page, page.getByRole('button', { name: 'Resolve' }));
    await expect(page.getByText(`Ticket #${ticket.number} is resolved.`).first()).toBeVisible();
  });

  await test.step('sign out', async () => {
    await page.locator('main').focus();
    await pressOn(page, page.getByRole('button', { name: `Account of ${liam.name}` }));
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Create an account' })).toBeVisible();
  });
});

test('the first stop on every page is a way to its content', async ({ api, signIn, page }) => {
  await signIn(await api.person('Emma Skipping'));
  await page.goto('/tickets');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a navigation is announced by the page’s title, and the focus begins at its content', async ({
  api,
  signIn,
  page,
}) => {
  await signIn(await api.person('Emma Listening'));
  await page.goto('/tickets');
  await page.getByRole('link', { name: 'File your first ticket' }).click();
  await expect(page).toHaveTitle('New ticket · Deskhand');
  await expect(page.locator('[aria-live="polite"]').getByText('New ticket', { exact: true })).toHaveCount(1);
  await expect(page.locator('main')).toBeFocused();
});

test('a dialog takes the focus, keeps it, and gives it back', async ({ api, signIn, page }) => {
  const ticket = await api.ticket(await api.person('Emma Undecided'));
  await signIn(await api.person('Liam Undecided', 'agent'));
  await page.goto(`/tickets/${ticket.id}`);
  const opener = page.getByRole('button', { name: 'Put on hold' });
  await pressOn(page, opener);
  const dialog = page.getByRole('dialog', { name: `Put #${ticket.number} on hold` });
  await expect(dialog.getByLabel('What do you wait for?')).toBeFocused();
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press('Tab');
    await expect(dialog.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('the drawer of a phone opens, leads on, and closes by keyboard', async ({ api, signIn, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(await api.person('Liam Pocket', 'agent'));
  await page.goto('/queue');
  const opener = page.getByRole('button', { name: 'Menu', exact: true });
  await pressOn(page, opener);
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'People' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/people');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('single keys lead to pages, until somebody switches them off for good', async ({ api, signIn, page }) => {
  await signIn(await api.person('Liam Unkeyed', 'agent'));
  await page.goto('/queue');
  await page.getByRole('heading', { name: 'All', level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await expect(page).toHaveURL('/account');
  await page.getByLabel('Single keys do something').uncheck();
  await expect(page.getByText('Single keys do nothing now.').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Single keys do something')).not.toBeChecked();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find anything and do anything' })).toBeFocused();
  await expect(page).toHaveURL('/account');
  await expect(page.getByRole('dialog')).toHaveCount(1);
});
