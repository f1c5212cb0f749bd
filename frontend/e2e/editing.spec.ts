import type { Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './harness/axe';
import { pressOn } from './harness/keyboard';
import { expect, test } from './harness/test';

function subjectOf(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

test('staff edit subject, priority and category where they stand, and take each back', async ({
  api,
  signIn,
  page,
}) => {
  const [emma, liam] = [await api.person('Emma Vague'), await api.person('Liam Precise', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'Help' });
  await signIn(liam);
  await page.goto(`/tickets/${ticket.id}`);

  await page.getByRole('button', { name: 'Edit the subject' }).click();
  await page.getByLabel('Subject', { exact: true }).fill('The printer on floor 3 jams');
  await page.keyboard.press('Enter');
  await expect(subjectOf(page)).toHaveText('The printer on floor 3 jams');
  await expect(page.getByRole('button', { name: 'Edit the subject' })).toBeFocused();
  await expect(page.getByText('Liam Precise edited the subject')).toBeVisible();
  await page.getByRole('button', { name: 'Show the earlier subject' }).click();
  await expect(page.getByText('Help', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(subjectOf(page)).toHaveText('Help');
  await expect(page.getByText('Liam Precise undid the last change: subject')).toBeVisible();

  await page.getByRole('button', { name: /change the priority/ }).click();
  await page.getByRole('menuitemradio', { name: 'Urgent' }).click();
  await expect(page.getByText('changed the priority from Normal to Urgent')).toBeVisible();
  await page.getByRole('button', { name: /change the category/ }).click();
  await page.getByRole('menuitemradio', { name: 'Hardware' }).click();
  await expect(page.getByText('changed the category from none to “Hardware”')).toBeVisible();
  // Nobody has to reach for the button.
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /None.*change the category/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: /Urgent.*change the priority/ })).toBeVisible();
});

test('whoever saves what a colleague edited meanwhile is shown both, and loses no letter', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [emma, liam] = [await api.person('Emma Shared'), await api.person('Liam Slow', 'agent')];
  const noah = await visit(await api.person('Noah Fast', 'agent'));
  const ticket = await api.ticket(emma, { description: 'It jams.' });
  await signIn(liam);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Edit the description' }).click();
  await page.getByLabel('Description', { exact: true }).fill('It jams on every second page.');

  await noah.page.goto(`/tickets/${ticket.id}`);
  await noah.page.getByRole('button', { name: 'Edit the description' }).click();
  await noah.page.getByLabel('Description', { exact: true }).fill('It jams on floor 3.');
  await noah.page.keyboard.press('Control+Enter');
  await expect(noah.page.getByRole('article', { name: /The request of/ })).toContainText('It jams on floor 3.');

  const editor = page.getByRole('region', { name: 'Edit the description' });
  await expect(editor.getByText('Somebody edited it meanwhile')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(editor.getByText('saving again replaces theirs')).toBeVisible();
  await expect(editor.getByText('It jams on floor 3.')).toBeVisible();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue('It jams on every second page.');
  await expectAccessibleEverywhere(page);

  await page.reload();
  await page.getByRole('button', { name: 'Edit the description' }).click();
  await expect(page.getByText('What you typed before is back.')).toBeVisible();
  await page.getByRole('button', { name: 'Save the description' }).click();
  await expect(page.getByRole('article', { name: /The request of/ })).toContainText('every second page');
});

test('an edit that is refused leaves the ticket as it was and says why', async ({ api, signIn, page, watch }) => {
  const [emma, liam] = [await api.person('Emma Plain'), await api.person('Liam Terse', 'agent')];
  const ticket = await api.ticket(emma);
  await signIn(liam);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Edit the subject' }).click();
  await page.getByLabel('Subject', { exact: true }).fill('No');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Use at least 3 characters.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(subjectOf(page)).toHaveText(ticket.subject);

  watch.expectRefusal(503);
  await page.route('**/api/v1/tickets/*', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 503 }) : route.fallback(),
  );
  await page.getByRole('button', { name: /change the priority/ }).click();
  await page.getByRole('menuitemradio', { name: 'High' }).click();
  await expect(page.getByText('The server could not do this')).toBeVisible();
  await expect(page.getByRole('button', { name: /Normal.*change the priority/ })).toBeVisible();
});

test('undoing says why it no longer can', async ({ api, signIn, page, watch }) => {
  const [emma, liam] = [await api.person('Emma Moved'), await api.person('Liam Hasty', 'agent')];
  const noah = await api.person('Noah After', 'agent');
  const ticket = await api.ticket(emma);
  await signIn(liam);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(`Ticket #${ticket.number} is in progress.`).first()).toBeVisible();
  await api.assign(noah, { ...ticket, version: ticket.version + 1 }, noah.id);
  watch.expectRefusal(409);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('somebody may have changed the ticket since').first()).toBeVisible();
});

test('the requester edits and deletes as long as nobody has begun, by keyboard', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Early');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  await page.goto(`/tickets/${ticket.id}`);
  await expect(subjectOf(page)).toHaveText(ticket.subject);
  await pressOn(page, page.getByRole('button', { name: 'Edit the subject' }));
  await expect(page.getByLabel('Subject', { exact: true })).toBeFocused();
  await page.keyboard.type('The big printer jams');
  await page.keyboard.press('Enter');
  await expect(subjectOf(page)).toHaveText('The big printer jams');
  await page.locator('main').focus();
  await pressOn(page, page.getByRole('button', { name: 'More for this ticket' }));
  await expect(page.getByRole('menuitem', { name: 'Mark as unread' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Print' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Delete ticket' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/tickets$/);
  await expect(page.getByText(`Ticket #${ticket.number} deleted.`).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'The big printer jams' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`Ticket #${ticket.number} is as it was before.`).first()).toBeVisible();
  await page.goto(`/tickets/${ticket.id}`);
  await expect(subjectOf(page)).toHaveText('The big printer jams');
});

test('whoever goes on while a change is on its way is not called back', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Ahead');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  let letGo = (): void => undefined;
  const late = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/tickets/${ticket.id}`, async (route) => {
    if (route.request().method() === 'PATCH') await late;
    return route.continue();
  });
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Edit the subject' }).click();
  await page.getByLabel('Subject', { exact: true }).fill('The big printer jams');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'Your reply' });
  await field.focus();
  await page.keyboard.type('It jams ');
  letGo();
  await expect(page.getByText(`Subject of #${ticket.number} saved.`).first()).toBeVisible();
  await page.keyboard.type('again.');
  await expect(field).toHaveValue('It jams again.');
});

test('whoever may not edit reads plain words', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Reading'), await api.person('Liam Started', 'agent')];
  const ticket = await api.ticket(emma);
  await api.assign(liam, ticket, liam.id);
  await signIn(emma);
  await page.goto(`/tickets/${ticket.id}`);
  await expect(subjectOf(page)).toHaveText(ticket.subject);
  await expect(page.getByRole('button', { name: /^Edit the|change the/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'More for this ticket' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Mark as unread', 'Print']);
});
