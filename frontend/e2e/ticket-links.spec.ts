import { expectAccessible } from './harness/axe';
import { expect, test } from './harness/test';

test('a link of a resolved ticket asks, and only the answer changes anything', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Confirms'), await api.person('Liam Resolves', 'agent')];
  const ticket = await api.ticket(emma);
  const resolved = await api.status(liam, ticket, { status: 'resolved' });
  await signIn(emma);

  await page.goto(`/tickets/${ticket.id}?do=reopen`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: `Open #${ticket.number} again?` })).toBeVisible();
  await expectAccessible(page, 'the question of the link');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(page).toHaveURL(`/tickets/${ticket.id}`);
  expect(await api.tickets(emma)).toEqual([expect.objectContaining({ version: resolved.version, status: 'resolved' })]);

  await page.goto(`/tickets/${ticket.id}?do=confirm`);
  await dialog.getByRole('button', { name: `Yes, close #${ticket.number}` }).click();
  await expect(page.locator('main header').getByText('Closed', { exact: true })).toBeVisible();

  await page.goto(`/tickets/${ticket.id}?do=reopen`);
  await expect(page.getByText(`#${ticket.number} is closed already.`)).toBeVisible();
});

test('whoever is signed out comes to the question after signing in', async ({ api, page }) => {
  const [emma, liam] = [await api.person('Emma Later'), await api.person('Liam Earlier', 'agent')];
  const ticket = await api.ticket(emma);
  await api.status(liam, ticket, { status: 'resolved' });
  await page.goto(`/tickets/${ticket.id}?do=confirm`);
  await page.getByLabel('Mail address', { exact: true }).fill(emma.email);
  await page.getByLabel('Password', { exact: true }).fill(emma.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: `Is #${ticket.number} solved?` })).toBeVisible();
});
