import type { Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

const PASSWORD = 'nine-purple-lanterns-at-dawn';

// Looks of a thorough reader at open dialogs, on a machine that may have much else to do.
test.describe.configure({ timeout: 180_000 });

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function act(page: Page, name: string, ...items: string[]): Promise<void> {
  await button(page, `Actions for ${name}`).click();
  for (const item of items) await page.getByRole('menuitem', { name: item }).or(radioItem(page, item)).click();
}

const radioItem = (page: Page, name: string) => page.getByRole('menuitemradio', { name });

test('an admin invites somebody, who accepts in a browser of his own and is signed in', async ({
  api,
  context,
  signIn,
  page,
  visit,
}) => {
  const email = `nora.${randomBytes(4).toString('hex')}@example.org`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(api.admin);
  await page.goto('/people');
  await button(page, 'Invite').click();
  await expect(field(page, 'Mail address')).toBeFocused();
  await expectAccessibleEverywhere(page);
  await field(page, 'Mail address').fill(email);
  await field(page, 'Name (optional)').fill('Nora Newcomer');
  await page.getByRole('combobox', { name: 'Role' }).last().click();
  await page.getByRole('option', { name: 'Agent' }).click();
  await button(page, 'Make the link').click();
  await expect(button(page, 'Copy the link')).toBeFocused();
  await expectAccessibleEverywhere(page);
  await button(page, 'Copy the link').click();
  await expect(button(page, 'Copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await field(page, 'Invitation link').inputValue());
  await button(page, 'Done').click();

  const guest = await visit();
  await guest.page.goto(link);
  await field(guest.page, 'Name').fill('Nora Newcomer-Smith');
  await field(guest.page, 'Password').fill(PASSWORD);
  await button(guest.page, 'Accept the invitation').click();
  await expect(guest.page).toHaveURL(/\/queue/);
  await expect(button(guest.page, 'Account of Nora Newcomer-Smith')).toBeVisible();

  const late = await visit();
  late.watch.expectRefusal(422);
  await late.page.goto(link);
  await field(late.page, 'Name').fill('Mallory');
  await field(late.page, 'Password').fill(PASSWORD);
  await button(late.page, 'Accept the invitation').click();
  await expect(late.page.getByRole('heading', { name: 'This invitation does not work' })).toBeVisible();
  await expectAccessible(late.page, 'an invitation that was used');
});

test('who has not accepted is marked and found, and gets a new link in place of the old', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const { email, url } = await api.invite('Otto Waiting');
  await signIn(api.admin);
  await page.goto(`/people?q=${encodeURIComponent(email)}&disabled=false&invited=true`);
  await expect(page.getByRole('row', { name: /Otto Waiting/ })).toContainText('Invited');
  await act(page, 'Otto Waiting', 'New invitation link');
  await expectAccessible(page, 'the question before a new invitation link');
  await button(page, 'Make the link').click();
  const link = await field(page, 'Invitation link').inputValue();
  expect(link).not.toBe(url);
  await page.keyboard.press('Escape');
  await expect(button(page, 'Actions for Otto Waiting')).toBeFocused();

  const guest = await visit();
  await guest.page.goto(link);
  await field(guest.page, 'Name').fill('Otto Arrived');
  await field(guest.page, 'Password').fill(PASSWORD);
  await button(guest.page, 'Accept the invitation').click();
  await expect(guest.page).toHaveURL('/tickets');
  await page.reload();
  await expect(page.getByText('Nobody matches')).toBeVisible();
});

test('an agent with open tickets is demoted only together with a decision who gets them', async ({
  api,
  signIn,
  page,
}) => {
  const [noah, mia] = [await api.person('Noah Leaves', 'agent'), await api.person('Mia Stays', 'agent')];
  const ticket = await api.ticket(await api.person('Emma Employee'));
  await api.assign(noah, ticket, noah.id);
  await signIn(api.admin);
  await page.goto(`/people?q=${encodeURIComponent(noah.email)}`);
  await act(page, noah.name, 'Change the role', 'Employee');
  const dialog = page.getByRole('dialog', { name: `Who takes over from ${noah.name}?` });
  await expect(dialog).toContainText(`${noah.name} has one open ticket.`);
  await expectAccessibleEverywhere(page);
  await button(page, 'Make an employee').click();
  await expect(dialog.getByRole('alert')).toContainText('Choose who gets the tickets');
  await field(page, 'Give them to').fill(mia.email);
  // Whoever clicks while the list still changes meets another row.
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('option', { name: mia.name }).click();
  await button(page, 'Make an employee').click();
  await expect(page.getByText(`${noah.name} is Employee now.`).first()).toBeVisible();
  await page.goto(`/tickets/${ticket.id}`);
  await expect(page.getByRole('main')).toContainText(mia.name);
});

test('an agent without open tickets is disabled at once, and comes back by an undo', async ({ api, signIn, page }) => {
  const noah = await api.person('Noah Idle', 'agent');
  await signIn(api.admin);
  await page.goto(`/people?q=${encodeURIComponent(noah.email)}`);
  await act(page, noah.name, 'Disable the account');
  await expect(page.getByRole('row', { name: /Noah Idle/ })).toContainText('Disabled');
  await button(page, 'Undo').click();
  await expect(page.getByRole('row', { name: /Noah Idle/ })).not.toContainText('Disabled');
});
