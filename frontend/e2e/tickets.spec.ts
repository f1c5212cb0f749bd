import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

const SUBJECT = 'The lamp over my desk flickers';

async function describe(page: Page, subject = SUBJECT): Promise<void> {
  await page.getByLabel('What do you need?').fill(subject);
  await page.getByLabel('What happened?').fill('Since this morning.');
}

/** Answers slowly, so that whoever is impatient has the time to be. */
async function delayFiling(page: Page): Promise<void> {
  await page.route('**/api/v1/tickets', async (route) => {
    await new Promise((done) => setTimeout(done, 500));
    await route.continue();
  });
}

test('a double click on File ticket files once', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Doubleclick');
  await signIn(emma);
  await delayFiling(page);
  await page.goto('/tickets/new');
  await describe(page);
  await page.getByRole('button', { name: 'File ticket' }).dblclick();
  await expect(page.getByRole('heading', { name: SUBJECT, level: 1 })).toBeVisible();
  expect(await api.tickets(emma)).toHaveLength(1);
});

test('Enter and a click together file once', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Impatient');
  await signIn(emma);
  await delayFiling(page);
  await page.goto('/tickets/new');
  await describe(page);
  await page.getByLabel('What do you need?').press('Enter');
  await page.getByRole('button', { name: /File ticket|Filing/ }).click({ force: true });
  await expect(page.getByRole('heading', { name: SUBJECT, level: 1 })).toBeVisible();
  expect(await api.tickets(emma)).toHaveLength(1);
});

test('a ticket without words names what is missing, next to the fields and in a summary', async ({
  api,
  signIn,
  page,
}) => {
  await signIn(await api.person('Emma Wordless'));
  await page.goto('/tickets/new');
  await page.getByRole('button', { name: 'File ticket' }).click();
  const summary = page.getByRole('group', { name: /Please look at/ });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('What do you need?')).toHaveAccessibleDescription(/Say in a few words/);
  await expect(page.getByLabel('What happened?')).toHaveAccessibleDescription(/Describe what happened/);
  await expectAccessible(page, 'the form with its errors');
  await summary.getByRole('button').first().click();
  await expect(page.getByLabel('What do you need?')).toBeFocused();
});

test('what somebody began to write is there again after a reload', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Interrupted');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  await page.goto('/tickets/new');
  await describe(page);
  await page.reload();
  await expect(page.getByLabel('What do you need?')).toHaveValue(SUBJECT);
  await expect(page.getByText('What you typed last time is back.')).toBeVisible();

  await page.goto(`/tickets/${ticket.id}`);
  await page.getByLabel('Your reply').fill('It begins at nine');
  await page.reload();
  await expect(page.getByLabel('Your reply')).toHaveValue('It begins at nine');
});

test('a ticket outlives the session in which it was written: its author signs in again, in place, and it is filed', async ({
  api,
  signIn,
  context,
  page,
  watch,
}) => {
  const emma = await api.person('Emma Absent');
  await signIn(emma);
  // The last that the page asks for by itself: without a session its refusal would ask him back before he files.
  const categories = page.waitForResponse('**/api/v1/categories');
  await page.goto('/tickets/new');
  await describe(page);
  expect((await categories).status()).toBe(200);
  watch.expectRefusal(401);
  await context.clearCookies({ name: /^deskhand-(access|refresh)-/ });
  await page.getByRole('button', { name: 'File ticket' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  const password = dialog.getByLabel('Password', { exact: true });
  await expect(password).toBeFocused();
  await expectAccessibleEverywhere(page);

  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByLabel('What do you need?')).toHaveValue(SUBJECT);
  await expect(page.getByText('Your session has ended. What you typed is still here.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await password.fill(emma.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  await context.clearCookies({ name: /^deskhand-(access|refresh)-/ });
  await page.getByRole('button', { name: 'File ticket' }).click();
  await password.fill(emma.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: SUBJECT, level: 1 })).toBeVisible();
  expect(await api.tickets(emma)).toHaveLength(1);
});

test('whoever acts on a ticket that changed meanwhile is told what changed, and loses nothing', async ({
  api,
  signIn,
  page,
  watch,
}) => {
  const [emma, liam] = [await api.person('Emma Waiting'), await api.person('Liam Late', 'agent')];
  const noah = await api.person('Noah Quick', 'agent');
  const ticket = await api.ticket(emma);
  await signIn(liam);
  // What nobody told him of: with the stream he would be warned before he sends.
  await page.route('**/api/v1/events*', (route) => route.abort('connectionrefused'));
  watch.expectLostAnswers();
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('button', { name: 'Put on hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do you wait for?').fill('The spare part');
  await api.assign(noah, ticket, noah.id);
  watch.expectRefusal(412);
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog.getByText('Noah Quick has it now')).toBeVisible();
  await expect(dialog.getByLabel('What do you wait for?')).toHaveValue('The spare part');
  await expectAccessible(page, 'the dialog that tells of the change');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(page.getByText('The spare part').first()).toBeVisible();
});

test('the ticket of somebody else does not exist', async ({ api, signIn, page, watch }) => {
  const ticket = await api.ticket(await api.person('Emma Private'));
  await signIn(await api.person('Jonas Curious'));
  watch.expectRefusal(404);
  await page.goto(`/tickets/${ticket.id}`);
  await expect(page.getByText('No such ticket here')).toBeVisible();
  await expectAccessible(page, 'the page of an invisible ticket');
});

test('what people write is shown as they wrote it and never runs', async ({ api, signIn, page }) => {
  const attacks = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(2)</script>',
    '[x](javascript:alert(3))',
    '"><svg onload=alert(4)>',
  ];
  const [emma, liam] = [await api.person('<b>Emma</b>'), await api.person('Liam Careful', 'agent')];
  const ticket = await api.ticket(emma, { subject: attacks[0]!, description: attacks.join('\n\n') });
  for (const attack of attacks) await api.comment(emma, ticket, attack);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(liam);
  for (const address of [`/tickets/${ticket.id}`, '/queue', '/people']) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
  }
  await page.goto(`/tickets/${ticket.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(attacks[0]!);
  await expect(page.getByRole('article', { name: 'Reply of <b>Emma</b>' })).toHaveCount(attacks.length);
  await expect(page.locator('main a[href^="javascript"], main script, main [onerror], main [onload]')).toHaveCount(0);
  expect(dialogs).toEqual([]);
});

test('a page whose data does not come offers another try and names the request', async ({
  api,
  signIn,
  page,
  watch,
}) => {
  await signIn(await api.person('Emma Unlucky'));
  watch.expectRefusal(500);
  const body = {
    type: 'about:blank',
    title: 'Internal error',
    status: 500,
    code: 'internal',
    requestId: 'request-4711',
  };
  await page.route('**/api/v1/tickets?*', (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(body) }),
  );
  await page.goto('/tickets');
  await expect(page.getByText('request-4711')).toBeVisible();
  await expectAccessible(page, 'the page that failed');
  await page.unroute('**/api/v1/tickets?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('No tickets yet')).toBeVisible();
});
