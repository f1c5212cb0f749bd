import type { Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { expectAccessible } from './harness/axe';
import { expect, test } from './harness/test';

const PASSWORD = 'nine-purple-lanterns-at-dawn';

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const summary = (page: Page) => page.getByRole('group', { name: /Please look at/ });

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await field(page, 'Mail address').fill(email);
  await field(page, 'Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('registering names each error next to its field and in a summary that takes the focus', async ({ page }) => {
  await page.goto('/register');
  await page.getByRole('button', { name: 'Create the account' }).click();

  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('button')).toHaveCount(3);
  for (const label of ['Name', 'Mail address', 'Password']) {
    await expect(field(page, label)).toHaveAccessibleDescription(/Enter|Choose/);
  }
  await expectAccessible(page, 'the form with its errors');

  await summary(page)
    .getByRole('button', { name: /password/i })
    .click();
  await expect(field(page, 'Password')).toBeFocused();
});

test('registering leads to the own tickets, and to nowhere with an address that is taken', async ({
  api,
  page,
  watch,
}) => {
  const known = await api.person('Known Already');
  watch.expectRefusal(409);
  await page.goto('/register');
  await field(page, 'Name').fill('Nora Newcomer');
  await field(page, 'Mail address').fill(known.email);
  await field(page, 'Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();

  await expect(summary(page)).toBeFocused();
  await expect(field(page, 'Mail address')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'Name')).toHaveValue('Nora Newcomer');

  await field(page, 'Mail address').fill(`nora.${randomBytes(4).toString('hex')}@example.org`);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page).toHaveURL('/tickets');
});

test('signing in with a wrong password says so, keeps the address, and works with the right one', async ({
  api,
  page,
  watch,
}) => {
  const person = await api.person('Wanda Forgetful');
  watch.expectRefusal(401);
  await page.goto('/sign-in');
  await fillSignIn(page, person.email, 'not-the-password');
  await expect(summary(page)).toBeFocused();
  await expect(field(page, 'Mail address')).toHaveValue(person.email);
  await fillSignIn(page, person.email, person.password);
  await expect(page).toHaveURL('/tickets');
});

test('whoever is not signed in is asked to, and then sees the page that he wanted', async ({ api, page }) => {
  const person = await api.person('Paul Punctual');
  await page.goto('/tickets/new');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await fillSignIn(page, person.email, person.password);
  await expect(page).toHaveURL('/tickets/new');
});

test('an admin makes a one-time link, and its receiver signs in with a new password', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const person = await api.person('Lost Password');
  await signIn(api.admin);
  await page.goto(`/people?q=${encodeURIComponent(person.email)}`);
  await page.getByRole('button', { name: `Actions for ${person.name}` }).click();
  await page.getByRole('menuitem', { name: 'Make a password link' }).click();
  await expectAccessible(page, 'the dialog of the password link');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await field(page, 'Password link').inputValue();

  const receiver = await visit();
  await receiver.page.goto(link);
  await field(receiver.page, 'New password').fill(PASSWORD);
  await receiver.page.getByRole('button', { name: 'Set the password' }).click();
  await fillSignIn(receiver.page, person.email, PASSWORD);
  await expect(receiver.page).toHaveURL('/tickets');
});

test('changing the own password ends the sessions elsewhere and not this one', async ({ api, signIn, page, visit }) => {
  const person = await api.person('Cora Careful');
  await signIn(person);
  const elsewhere = await visit(person);
  elsewhere.watch.expectRefusal(401);
  await page.goto('/account');
  await field(page, 'Present password').fill(person.password);
  await field(page, 'New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText(/password .*changed/i).first()).toBeVisible();

  await page.goto('/tickets');
  await expect(page).toHaveURL('/tickets');
  await elsewhere.page.goto('/tickets');
  await expect(elsewhere.page).toHaveURL(/\/sign-in/);
});

test('an expired access token is renewed without anybody noticing', async ({ api, signIn, context, page, watch }) => {
  watch.expectRefusal(401);
  await signIn(await api.person('Rita Renewed'));
  await page.goto('/account');
  await context.clearCookies({ name: /^deskhand-access-/ });
  await page.goto('/tickets');
  await expect(page).toHaveURL('/tickets');
});

test('signing out in one tab signs the other out too', async ({ api, signIn, context, page }) => {
  const person = await api.person('Theo Twotabs');
  await signIn(person);
  const other = await context.newPage();
  await page.goto('/tickets');
  await other.goto('/account');
  // What is still under way would be refused.
  for (const tab of [page, other]) await tab.waitForLoadState('networkidle');
  await page.getByRole('button', { name: `Account of ${person.name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
  await expect(other).toHaveURL(/\/sign-in/);
});
