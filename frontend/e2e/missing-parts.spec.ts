import { focusAfterChanges } from './harness/focus';
import { expect, test } from './harness/test';

test('without a connection the search goes on by itself, and a part that does not come says so and how it does', async ({
  api,
  context,
  page,
  signIn,
  watch,
}) => {
  watch.expectLostAnswers();
  await signIn(await api.person('Emma Offline'));
  await page.goto('/tickets');
  await page.getByRole('heading', { name: 'My tickets' }).waitFor();
  await context.setOffline(true);

  const focused = await focusAfterChanges(page.getByRole('search'));
  await page.keyboard.press('/');
  const search = page.getByRole('search').getByLabel('Search tickets');
  await expect.poll(focused).toEqual(['INPUT']);
  await page.keyboard.type('toner');
  await expect(search).toHaveValue('toner');
  await expect(search).toBeFocused();

  await page.getByRole('button', { name: /What is new/ }).click();
  const news = page.getByRole('dialog');
  await expect(news.getByRole('status')).toContainText('This part of the page did not come.');
  await context.setOffline(false);
  await news.getByRole('button', { name: 'Load the page again' }).click();
  await page.getByRole('button', { name: /What is new/ }).click();
  await expect(news.getByRole('heading', { name: 'What is new' })).toBeVisible();
});
