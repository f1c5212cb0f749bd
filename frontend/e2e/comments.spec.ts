import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';
import { pressOn } from './harness/keyboard';

const reply = (page: Page, name: string): Locator => page.getByRole('article', { name: `Reply of ${name}` });
const note = (page: Page, name: string): Locator => page.getByRole('article', { name: `Internal note of ${name}` });

/** The server gets the request and does it, and its answer is lost on the way: that often. */
async function loseAnswers(page: Page, url: string, count: number): Promise<void> {
  let left = count;
  await page.route(url, async (route) => {
    if (route.request().method() !== 'POST' || left === 0) return route.continue();
    left -= 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
}

test('a ticket whose answer was lost is filed once, however often it is sent, also after a reload', async ({
  api,
  signIn,
  page,
  watch,
}) => {
  const emma = await api.person('Emma Lostanswer');
  await signIn(emma);
  watch.expectLostAnswers();
  await loseAnswers(page, '**/api/v1/tickets', 2);
  await page.goto('/tickets/new');
  await page.getByLabel('What do you need?').fill('The lamp flickers');
  await page.getByLabel('What happened?').fill('Since this morning.');
  for (let tries = 0; tries < 2; tries += 1) {
    const lost = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: 'File ticket' }).click();
    await lost;
    await expect(page.getByText('Deskhand cannot be reached.').first()).toBeVisible();
  }
  await page.reload();
  await page.getByRole('button', { name: 'File ticket' }).click();
  await expect(page.getByRole('heading', { name: 'The lamp flickers', level: 1 })).toBeVisible();
  expect(await api.tickets(emma)).toHaveLength(1);

  await page.goto('/tickets/new');
  await page.getByLabel('What do you need?').fill('The lamp flickers');
  await page.getByLabel('What happened?').fill('Since this morning.');
  await page.getByRole('button', { name: 'File ticket' }).click();
  await expect(page.getByRole('heading', { name: 'The lamp flickers', level: 1 })).toBeVisible();
  expect(await api.tickets(emma)).toHaveLength(2);
});

test('a reply whose answer was lost goes again by itself, and arrives once', async ({ api, signIn, page, watch }) => {
  const emma = await api.person('Emma Twice');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  watch.expectLostAnswers();
  await loseAnswers(page, '**/comments', 1);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByLabel('Your reply').fill('Hello?');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue('');
  await expect(reply(page, emma.name)).toHaveCount(1);
  await expect(page.getByText('not sent yet')).toHaveCount(0);
  await page.reload();
  await expect(reply(page, emma.name)).toHaveCount(1);
});

test('a reply that found no connection outlives a reload, is sent again by hand, and arrives once', async ({
  api,
  signIn,
  page,
  watch,
}) => {
  const emma = await api.person('Emma Patient');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  watch.expectLostAnswers();
  await loseAnswers(page, '**/comments', Infinity);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByLabel('Your reply').fill('Hello?');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText('This reply is not sent yet.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your reply' })).toHaveValue('');
  // Only then: it would go by itself otherwise, as soon as the page finds its connection again.
  await page.reload();
  const tryAgain = page.getByRole('button', { name: 'Try again' });
  await expect(tryAgain).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await tryAgain.click();
  await expect(reply(page, emma.name)).toHaveCount(1);
  await expect(page.getByText('not sent yet')).toHaveCount(0);
  await page.reload();
  await expect(reply(page, emma.name)).toHaveCount(1);
});

test('a reply that the page hears of before its answer came stands there once', async ({ api, signIn, page }) => {
  const emma = await api.person('Emma Ahead');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  let letGo = (): void => undefined;
  const late = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/comments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    await late;
    return route.fulfill({ response });
  });
  const stream = page.waitForResponse((answer) => answer.url().includes('/api/v1/events'));
  await page.goto(`/tickets/${ticket.id}`);
  await stream;
  await page.getByLabel('Your reply').fill('Said once');
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(reply(page, emma.name)).toHaveCount(1);
  await expect(page.getByText('Said once')).toHaveCount(1);
  letGo();
  await expect(page.getByText('Your reply is sent.').first()).toBeVisible();
  await expect(page.getByText('Said once')).toHaveCount(1);
});

test('an own reply is changed in its place; staff read what it was, others and later nobody changes it', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [emma, liam] = [await api.person('Emma Typo'), await api.person('Liam Reader', 'agent')];
  const ticket = await api.ticket(emma);
  await api.comment(emma, ticket, 'It woks again.');
  await signIn(emma);
  await page.clock.install();
  await page.goto(`/tickets/${ticket.id}`);
  await reply(page, emma.name).getByRole('button', { name: 'More for this reply' }).click();
  await expectAccessible(page, 'the menu of a reply');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const field = page.getByRole('textbox', { name: 'Edit the reply' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('It woks again.');
  await field.fill('It works again.');
  await page.reload();
  await expect(field).toHaveValue('It works again.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(reply(page, emma.name)).toContainText('It works again.');
  await expect(reply(page, emma.name)).toContainText('edited');
  await expect(reply(page, emma.name).getByRole('button', { name: 'More for this reply' })).toBeFocused();

  const { page: ofLiam } = await visit(liam);
  await ofLiam.goto(`/tickets/${ticket.id}`);
  await expect(ofLiam.getByRole('button', { name: 'More for this reply' })).toHaveCount(0);
  await ofLiam.getByRole('button', { name: 'Show the earlier text' }).click();
  await expect(ofLiam.getByText('It woks again.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show the earlier text' })).toHaveCount(0);

  await page.clock.fastForward('16:00');
  await expect(reply(page, emma.name).getByRole('button', { name: 'More for this reply' })).toHaveCount(0);
});

test('an admin erases the text of a comment after a question in words, and it is gone everywhere', async ({
  api,
  signIn,
  page,
}) => {
  const emma = await api.person('Emma Careless');
  const ticket = await api.ticket(emma);
  await api.comment(emma, ticket, 'My password is tulip-4711.');
  await signIn(api.admin);
  await page.goto(`/tickets/${ticket.id}`);
  await reply(page, emma.name).getByRole('button', { name: 'More for this reply' }).click();
  await page.getByRole('menuitem', { name: 'Erase text…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase the text of this reply?' });
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectAccessible(page, 'the question before erasing');
  await dialog.getByRole('button', { name: 'Erase the text for good' }).click();
  await expect(reply(page, emma.name)).toContainText('The text was erased by an admin.');
  await expect(page.getByText(`${api.admin.name} erased the text of a reply`)).toBeVisible();
  await expect(page.getByText('tulip-4711')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More for this reply' })).toHaveCount(0);
  await expectAccessible(page, 'an erased reply');
});

test('colleagues are mentioned in a note by keys alone, and stand out in it', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Named'), await api.person('Liam Zwitscher', 'agent')];
  const noor = await api.person('Noor Zwischenruf', 'agent');
  const ticket = await api.ticket(emma);
  await signIn(liam);
  await page.goto(`/tickets/${ticket.id}`);
  await pressOn(page, page.getByRole('radio', { name: 'Reply' }), 'ArrowRight');
  const field = page.getByRole('textbox', { name: 'Internal note' });
  await field.focus();
  await page.keyboard.type('Ask @zwi');
  const list = page.getByRole('listbox', { name: 'Colleagues' });
  await expect(list.getByRole('option', { name: noor.name })).toHaveAttribute('aria-selected', 'true');
  await expect(list.getByRole('option', { name: liam.name })).toHaveCount(0);
  await expect(field).toHaveAttribute('aria-activedescendant', /-0$/);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.type('s');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(`Ask @${noor.name} `);
  await page.keyboard.type('about it.');
  await page.keyboard.press('Control+Enter');
  await expect(note(page, liam.name).locator('.mention')).toHaveText(`@${noor.name}`);

  await page.getByRole('radio', { name: 'Reply' }).click();
  await page.getByRole('textbox', { name: /Reply to/ }).fill('Ask @zwi');
  await expect(list).toHaveCount(0);
});

test('the list of colleagues is accessible when open, light and dark, on a phone and on a desk', async ({
  api,
  signIn,
  page,
}) => {
  test.setTimeout(180_000);
  const [emma, liam] = [await api.person('Emma Listed'), await api.person('Liam Listing', 'agent')];
  await api.person('Noor Offered', 'agent');
  const ticket = await api.ticket(emma);
  await signIn(liam);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByRole('radio', { name: 'Internal note' }).click();
  await page.getByRole('textbox', { name: 'Internal note' }).pressSequentially('@noor');
  await expect(page.getByRole('option', { name: /Noor Offered/ }).first()).toBeVisible();
  await expectAccessibleEverywhere(page);
});
