import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

const PHONE = { width: 320, height: 700 };

/** On a phone the facts are folded away. */
async function openFacts(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const fold = page.locator('details.facts:not([open]) > summary');
  // Whichever of the two this width has; before that the ticket is not there yet.
  await expect(
    fold
      .or(page.getByRole('heading', { name: 'Watchers' }))
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  if (await fold.isVisible()) await fold.click();
}

test('a requester adds a colleague, who follows, replies and leaves', async ({ api, signIn, page, visit, watch }) => {
  watch.expectRefusal(422);
  const [emma, otto] = [await api.person('Emma Watched'), await api.person('Otto Watcher')];
  const ticket = await api.ticket(emma, { subject: 'The beamer shows nothing' });

  await signIn(emma);
  await page.setViewportSize(PHONE);
  await page.goto(`/tickets/${ticket.id}`);
  await openFacts(page);
  await page.getByRole('button', { name: 'Add a colleague' }).click();
  const field = page.getByRole('textbox', { name: 'Mail address of a colleague' });
  await expect(field).toBeFocused();
  await expect(page.getByText('They will see this ticket and its replies.')).toBeVisible();
  await field.fill('nobody');
  await field.press('Enter');
  await expect(page.getByText('Enter a mail address, such as emma@example.org.')).toBeVisible();
  await field.fill(emma.email);
  await field.press('Enter');
  await expect(page.getByText('follows this ticket already')).toBeVisible();
  await field.fill(otto.email);
  await field.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: otto.email })).toBeVisible();
  await expectAccessibleEverywhere(page);

  const colleague = await visit(otto);
  await colleague.page.goto('/tickets');
  await expect(colleague.page.getByText('You watch this · Emma Watched')).toBeVisible();
  await expectAccessibleEverywhere(colleague.page);
  await colleague.page.getByRole('link', { name: 'The beamer shows nothing' }).click();
  await expect(colleague.page.getByRole('button', { name: 'Cancel ticket' })).toHaveCount(0);
  await colleague.page.getByRole('textbox', { name: 'Reply to Emma Watched' }).fill('It does so in room 5, too.');
  await colleague.page.getByRole('button', { name: 'Send reply' }).click();
  await expect(colleague.page.locator('.talk').getByText('It does so in room 5, too.')).toBeVisible();

  await openFacts(colleague.page);
  await colleague.page.getByRole('button', { name: 'Stop watching' }).click();
  await expect(colleague.page.getByRole('dialog')).toContainText('You will not see it any more.');
  await expectAccessible(colleague.page, 'the question before one stops watching');
  await colleague.page.getByRole('dialog').getByRole('button', { name: 'Stop watching' }).click();
  await expect(colleague.page).toHaveURL('/tickets');
  await expect(colleague.page.getByText('No tickets yet')).toBeVisible();
});

test('whom one has removed comes back by undo', async ({ api, signIn, page }) => {
  const [emma, otto] = [await api.person('Emma Remover'), await api.person('Otto Removed')];
  const ticket = await api.ticket(emma);
  await api.watch(emma, ticket, otto);
  await signIn(emma);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('button', { name: `Remove ${otto.email}` }).click();
  await expect(page.getByText('Nobody else sees this ticket')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: `Remove ${otto.email}` })).toBeVisible();
});

test('whose tickets are shown stands in the address', async ({ api, signIn, page }) => {
  const [emma, otto] = [await api.person('Emma Lister'), await api.person('Otto Lister')];
  await api.ticket(emma, { subject: 'Of Emma' });
  const watched = await api.ticket(otto, { subject: 'Of Otto' });
  await api.watch(otto, watched, emma);
  await signIn(emma);
  await page.goto('/tickets');
  const cards = page.locator('dh-ticket-cards').getByRole('link');
  await expect(cards).toHaveCount(2);
  await page.getByRole('link', { name: 'Mine' }).click();
  await expect(page).toHaveURL('/tickets?whose=mine');
  await expect(cards).toHaveText(['Of Emma']);
  await page.getByRole('link', { name: 'Watching' }).click();
  await expect(cards).toHaveText(['Of Otto']);
  await page.reload();
  await expect(cards).toHaveText(['Of Otto']);
  await page.getByRole('link', { name: 'Done' }).click();
  await expect(page).toHaveURL('/tickets?whose=watching&show=done');
  await expect(page.getByText('Nothing is done yet')).toBeVisible();
  await page.goBack();
  await expect(cards).toHaveText(['Of Otto']);
});

test('a new ticket about a closed one links the two', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Again');
  const former = await api.ticket(emma, { subject: 'The scanner is silent' });
  await api.status(emma, former, { status: 'cancelled' });
  await signIn(emma);
  await page.goto(`/tickets/${former.id}`);
  await page.getByRole('link', { name: 'New ticket about this' }).click();
  await expect(page.getByRole('link', { name: `#${former.number} The scanner is silent` })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toHaveValue('The scanner is silent');
  await expectAccessibleEverywhere(page);
  await page.reload();
  await page.getByRole('textbox', { name: 'What happened?' }).fill('It is silent again.');
  await page.getByRole('button', { name: 'File ticket' }).click();
  await expect(page).toHaveURL(/tickets\/[\da-f-]{36}$/);
  await openFacts(page);
  await page.getByRole('link', { name: `#${former.number} The scanner is silent` }).click();
  await expect(page).toHaveURL(`/tickets/${former.id}`);
  await openFacts(page);
  await expect(page.getByRole('heading', { name: 'New tickets about this' })).toBeVisible();
});
