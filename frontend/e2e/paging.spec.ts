import { expect, test } from './harness/test';

const ROWS = 25;

test('the next page is there before its answer is', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Ahead'), await api.person('Liam Ahead', 'agent')];
  for (let number = 1; number <= ROWS + 2; number++) await api.ticket(emma, { subject: `Request ${number}` });
  await signIn(liam);
  const ahead = page.waitForResponse((answer) => answer.url().includes('cursor='));
  await page.goto(`/queue?requester=${emma.id}`);
  const rows = page.getByRole('table', { name: 'Tickets' }).getByRole('link');
  await expect(rows).toHaveCount(ROWS);
  await ahead;
  // Its body follows at once; the browser does not always tell when.
  await page.waitForTimeout(500);

  let answer: () => void = () => undefined;
  const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
  const asked = page.waitForRequest((request) => request.url().includes('cursor='));
  await page.route('**/api/v1/tickets?*cursor=*', async (route) => {
    await mayAnswer;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Next' }).click();
  await asked;
  await expect(rows).toHaveText(['Request 2', 'Request 1']);
  await expect(page.getByText(`26–27 of 27`, { exact: true }).last()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

  // The fresh answer takes its place.
  await api.ticket(emma, { subject: 'Request 28' });
  answer();
  await expect(page.getByText(`26–27 of 28`, { exact: true }).last()).toBeVisible();
  await expect(rows).toHaveText(['Request 2', 'Request 1']);
});
