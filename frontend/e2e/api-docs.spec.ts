import { expect, test } from './harness/test';

test('the API’s documentation works for whoever is signed in, with changes too', async ({ page, api, signIn }) => {
  const emma = await api.person('Emma Docs');
  await signIn(emma);
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { name: /Deskhand/ })).toBeVisible();

  const create = page.locator('.opblock-post', { has: page.locator('[data-path="/api/v1/tickets"]') });
  await create.locator('.opblock-summary-control').click();
  await create.getByRole('button', { name: 'Try it out' }).click();
  await create.locator('textarea').fill(JSON.stringify({ subject: 'From the docs', description: 'Tried out.' }));
  await create.getByRole('button', { name: 'Execute' }).click();
  await expect(create.locator('.live-responses-table .response-col_status').last()).toContainText('201');

  const tickets = await api.tickets(emma);
  expect(tickets.map(({ subject }) => subject)).toEqual(['From the docs']);
});
