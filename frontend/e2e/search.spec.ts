import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

/** A word that no other test's ticket has. */
function newWord(beginning: string): string {
  return `${beginning}${randomBytes(5)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`;
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Search tickets' });
const marks = (page: Page) => page.locator('main mark').allTextContents();

test('staff find a ticket from anywhere: by a key, among the first hits, in the list', async ({
  api,
  signIn,
  page,
}) => {
  const [emma, liam] = [await api.person('Emma Seeker'), await api.person('Liam Seeker', 'agent')];
  const word = newWord('zebra');
  const first = await api.ticket(emma, {
    subject: 'Nothing of it here',
    description: `Long ago a ${word} stood there.`,
  });
  await api.ticket(emma, { subject: `The ${word.toUpperCase()} itself`, description: 'It grazes.' });
  await api.ticket(emma, { subject: 'Something later', description: `${word} again.` });
  await signIn(liam);
  await page.goto('/people');
  await page.getByRole('heading', { name: 'People' }).waitFor();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(word.slice(0, -1));
  await expect(page.getByRole('option')).toHaveCount(4);
  await expect(page.getByRole('option', { name: /Show all for/ })).toBeVisible();
  await expect(page.getByRole('option').first().locator('mark')).toHaveText([word]);
  await expectAccessible(page, 'the first hits');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/queue\\?q=${word.slice(0, -1)}$`));
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect.poll(() => marks(page)).toEqual([word, word.toUpperCase(), word]);
  await expect(page.getByText(`Long ago a ${word} stood there.`)).toBeVisible();
  await expectAccessibleEverywhere(page);

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'Relevance' }).click();
  await expect(page).toHaveURL(/sort=relevance/);
  await expect.poll(async () => (await marks(page))[0]).toBe(word.toUpperCase());
  await page.reload();
  await expect.poll(async () => (await marks(page))[0]).toBe(word.toUpperCase());
  await expect(field(page)).toHaveValue(word.slice(0, -1));

  await page.getByRole('button', { name: /Remove the filter Search/ }).click();
  await expect(page).toHaveURL(/\/queue(\?sort=relevance)?$/);
  await expect(field(page)).toHaveValue('');

  await field(page).fill(`#${first.number}`);
  await page.getByRole('option', { name: /Nothing of it here/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tickets/${first.id}$`));
});

test('a mistyped word is replaced by one that finds something, with a way back', async ({ api, visit }) => {
  const [emma, liam] = [await api.person('Emma Typo'), await api.person('Liam Typo', 'agent')];
  const word = newWord('okapi');
  const typo = `${word.slice(0, 7)}x${word.slice(8)}`;
  await api.ticket(emma, { subject: `An ${word} jams`, description: 'Every second page.' });
  for (const [person, list] of [
    [liam, '/queue'],
    [emma, '/tickets'],
  ] as const) {
    const { page } = await visit(person);
    await page.goto(`${list}?q=${typo}`);
    await expect(page.getByText(`Nothing for “${typo}”. Showing “${word}”.`)).toBeVisible();
    await expect.poll(() => marks(page)).toContain(word);
    await expectAccessible(page, 'other words than those that were typed');
    await page.getByRole('link', { name: `Search for “${typo}” all the same` }).click();
    await expect(page.getByRole('heading', { name: `Nothing for “${typo}”` })).toBeVisible();
    await page.reload();
    await page.getByRole('link', { name: `Search for “${word}”` }).click();
    await expect.poll(() => marks(page)).toContain(word);
    await page.goto(`${list}?q=${newWord('qqqq')}`);
    await expect(page.getByRole('heading', { name: /^Nothing for/ })).toBeVisible();
    await page
      .getByRole('link', { name: list === '/queue' ? 'All tickets' : 'Back to my tickets', exact: true })
      .click();
    await expect(page).toHaveURL(list === '/queue' ? /\/queue$/ : /\/tickets$/);
  }
});

test('an employee searches on a phone, by a sign that opens the field', async ({ api, signIn, page }) => {
  const [emma, noah] = [await api.person('Emma Phone'), await api.person('Noah Phone')];
  const word = newWord('quokka');
  await api.ticket(emma, { subject: `My ${word}`, description: 'Hops about.' });
  await api.ticket(noah, { subject: `His ${word}`, description: 'Another one.' });
  await signIn(emma);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(field(page)).toBeFocused();
  await field(page).fill(word);
  await expect(page.getByRole('option')).toHaveCount(2);
  await expectAccessibleEverywhere(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('option', { name: /Show all/ }).click();
  await expect(page).toHaveURL(new RegExp(`/tickets\\?q=${word}$`));
  await expect(page.getByRole('heading', { name: `Found for “${word}”` })).toBeVisible();
  await expect.poll(() => marks(page)).toEqual([word]);
  await page.getByRole('link', { name: 'Relevance' }).click();
  await expect(page).toHaveURL(/sort=relevance/);
  await expect.poll(() => marks(page)).toEqual([word]);
  await expectAccessibleEverywhere(page);
});
