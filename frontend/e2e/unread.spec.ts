import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

test('what somebody else did stays marked until its reader has looked, and again if he wishes', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [emma, liam] = [await api.person('Emma Unread'), await api.person('Liam Unread', 'agent')];
  const filed = await api.ticket(emma, { subject: 'The beamer hums' });
  const ticket = await api.assign(liam, filed, liam.id);

  await signIn(emma);
  await page.goto('/tickets');
  await expect(page.getByRole('link', { name: 'Unread: The beamer hums' })).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.getByRole('link', { name: 'The beamer hums' }).click();
  const looked = page.waitForResponse((answer) => answer.url().endsWith('/read'));
  await expect(page.getByRole('heading', { name: 'The beamer hums', level: 1 })).toBeVisible();
  expect((await looked).status()).toBe(204);
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Since this morning.');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.locator('.talk').getByText('Since this morning.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByRole('link', { name: 'The beamer hums', exact: true })).toBeVisible();

  const agent = await visit(liam);
  await agent.page.goto(`/queue?requester=${emma.id}`);
  const row = agent.page.getByRole('row', { name: /The beamer hums/ });
  await expect(row.getByRole('link', { name: 'Unread: The beamer hums' })).toBeVisible();
  await expect(row.getByRole('img', { name: 'The requester wrote last' })).toBeVisible();
  await expectAccessible(agent.page, 'a queue with marks');
  await row.getByRole('link').click();
  await expect(agent.page.getByRole('heading', { name: 'The beamer hums', level: 1 })).toBeVisible();
  await agent.page.goBack();
  await expect(row.getByRole('link', { name: 'The beamer hums', exact: true })).toBeVisible();

  await row.getByRole('link').click();
  await agent.page.getByRole('button', { name: 'More for this ticket' }).click();
  await agent.page.getByRole('menuitem', { name: 'Mark as unread' }).click();
  await expect(agent.page).toHaveURL(`/queue?requester=${emma.id}`);
  await expect(row.getByRole('link', { name: 'Unread: The beamer hums' })).toBeVisible();
  await agent.page.reload();
  await expect(row.getByRole('link', { name: 'Unread: The beamer hums' })).toBeVisible();

  // Answered: it is the requester's turn again.
  await api.comment(liam, ticket, 'A new lamp comes tomorrow.');
  await agent.page.reload();
  await expect(row.getByRole('link', { name: 'The beamer hums', exact: true })).toBeVisible();
  await expect(row.getByRole('img', { name: 'The requester wrote last' })).toHaveCount(0);
});
