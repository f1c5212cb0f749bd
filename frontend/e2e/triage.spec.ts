import type { Page } from '@playwright/test';
import type { FiledTicket } from './harness/api';
import { expect, test } from './harness/test';

const COUNT = 20;

function row(page: Page, { subject }: FiledTicket) {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name: subject, exact: true }) });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('twenty tickets are triaged by the keyboard alone', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Triage'), await api.person('Liam Triage', 'agent')];
  const tickets: FiledTicket[] = [];
  for (let number = 1; number <= COUNT; number++)
    tickets.push(await api.ticket(emma, { subject: `Request ${String(number).padStart(2, '0')}` }));
  const rows = (from: number, to: number) => tickets.slice(from - 1, to).map((ticket) => row(page, ticket));
  await signIn(liam);
  await page.goto(`/queue?requester=${emma.id}&sort=createdAt`);
  await expect(row(page, tickets[COUNT - 1]!)).toBeVisible();

  await test.step('take five', async () => {
    for (const ticket of tickets.slice(0, 5)) {
      await press(page, 'j', 'i');
      await expect(row(page, ticket)).toContainText(liam.name);
    }
  });

  await test.step('select five as a range, and make them urgent', async () => {
    await press(page, 'j', 'x', 'j', 'j', 'j', 'j', 'Shift+X');
    await expect(page.getByRole('toolbar', { name: 'Change the selected tickets' })).toContainText('5 selected');
    await press(page, 'p');
    await expect(page.getByRole('menuitem', { name: 'Urgent' })).toBeFocused();
    await press(page, 'Enter');
    await expect(page.getByText('5 tickets changed.').first()).toBeVisible();
    for (const each of rows(6, 10)) await expect(each.getByLabel('Priority: Urgent')).toBeVisible();
  });

  await test.step('resolve three, one after the other', async () => {
    for (const ticket of tickets.slice(10, 13)) {
      await press(page, 'j', 's');
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      await page.keyboard.type('res');
      await expect(page.getByRole('menuitem', { name: 'Resolved' })).toBeFocused();
      await press(page, 'Enter');
      await expect(row(page, ticket)).toContainText('Resolved');
    }
  });

  await test.step('put two on hold, with the reason', async () => {
    await press(page, 'j', 'x', 'j', 'x', 's');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.type('on');
    await expect(page.getByRole('menuitem', { name: 'On hold' })).toBeFocused();
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Put 2 tickets on hold' });
    await expect(dialog.getByLabel('What do you wait for?')).toBeFocused();
    await page.keyboard.type('The spare parts');
    await press(page, 'Control+Enter');
    for (const each of rows(14, 15)) await expect(each).toContainText('On hold');
  });

  await test.step('assign two by the palette', async () => {
    for (const ticket of tickets.slice(15, 17)) {
      await press(page, 'j', 'Control+k');
      await expect(page.getByRole('combobox', { name: 'Find anything and do anything' })).toBeFocused();
      await page.keyboard.type('assign');
      await press(page, 'Enter');
      await expect(page.getByRole('button', { name: 'Assign to me' })).toBeFocused();
      await press(page, 'Enter');
      await expect(row(page, ticket)).toContainText(liam.name);
    }
  });

  await test.step('reply to one, write a note in another, look at the last, and come back each time', async () => {
    await press(page, 'j', 'r');
    await expect(page.getByLabel(`Reply to ${emma.name}`)).toBeFocused();
    await page.keyboard.type('It is on its way.');
    await press(page, 'Control+Enter');
    await expect(page.getByRole('article', { name: `Reply of ${liam.name}` })).toContainText('It is on its way.');
    await press(page, 'Escape', 'u');
    await expect(row(page, tickets[17]!).getByRole('link')).toBeFocused();
    await expect(row(page, tickets[17]!)).toContainText('In progress');
    await press(page, 'j', 'n');
    await expect(page.getByRole('textbox', { name: 'Internal note' })).toBeFocused();
    await page.keyboard.type('Ask the supplier.');
    await press(page, 'Control+Enter');
    await expect(page.getByRole('article', { name: /note/i })).toContainText('Ask the supplier.');
    await press(page, 'Escape', 'j');
    await expect(page.getByRole('heading', { name: tickets[19]!.subject, level: 1 })).toBeVisible();
    await press(page, 'i');
    await expect(page.getByText(`You took #${tickets[19]!.number}.`).first()).toBeVisible();
  });

  await test.step('go to my open tickets', async () => {
    await press(page, 'g', 'm');
    await expect(page).toHaveURL(/view=my-open/);
    await expect(row(page, tickets[19]!)).toBeVisible();
  });
});
