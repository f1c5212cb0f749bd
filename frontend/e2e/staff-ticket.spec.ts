import { expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

test('staff answer from a snippet and resolve in one step, go on to the next ticket, and print what the requester reads', async ({
  api,
  signIn,
  page,
  visit,
}) => {
  const [emma, liam] = [await api.person('Emma Onestep'), await api.person('Liam Onestep', 'agent')];
  const [older, newer] = [
    await api.ticket(emma, { subject: 'The lamp flickers' }),
    await api.ticket(emma, { subject: 'The lamp is dark' }),
  ];
  await api.comment(liam, newer, 'He broke it himself.', true);
  await signIn(liam);

  await page.goto('/snippets');
  await page.getByRole('button', { name: 'Write the first one' }).click();
  const dialog = page.getByRole('dialog', { name: 'New snippet' });
  await dialog.getByLabel('Name').fill('Lamp changed');
  await dialog
    .getByLabel('Text', { exact: true })
    .fill('Dear {{requester.firstName}}, #{{ticket.number}} has a new lamp. ');
  await dialog.getByRole('button', { name: 'Insert a variable' }).click();
  await page.getByRole('menuitem', { name: 'My name' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Lamp changed' })).toBeVisible();

  await page.goto(`/queue?requester=${emma.id}`);
  await page.getByRole('link', { name: /The lamp is dark/ }).click();
  await expect(page.getByText('1/2')).toBeVisible();
  const field = page.getByRole('textbox', { name: `Reply to ${emma.name}` });
  await field.pressSequentially('/lam');
  await expect(page.getByRole('option', { name: /Lamp changed/ })).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.keyboard.press('Enter');
  const text = `Dear Emma, #${newer.number} has a new lamp. ${liam.name}`;
  await expect(field).toHaveValue(text);
  await page.getByRole('button', { name: 'Send, and change the status' }).click();
  await page.getByRole('menuitem', { name: 'Send and resolve' }).click();
  await expect(page.getByRole('article', { name: `Reply of ${liam.name}` })).toContainText(text);
  await expect(page.locator('.over').getByText('Resolved')).toBeVisible();
  await expect(field).toHaveValue('');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(text)).toBeVisible();
  await expect(page.getByText('He broke it himself.')).toBeHidden();
  for (const hidden of [field, page.getByRole('banner'), page.getByRole('link', { name: 'Snippets' })]) {
    await expect(hidden).toBeHidden();
  }
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: /^Show of the conversation/ }).click();
  await page.getByRole('menuitemradio', { name: 'Internal notes' }).click();
  await expect(page.getByText(text)).toBeHidden();
  await expect(page.getByText('He broke it himself.')).toBeVisible();
  await page.reload();
  await expect(page.getByText(text)).toBeHidden();

  await page.getByRole('button', { name: 'Later ticket' }).click();
  await expect(page.getByRole('heading', { name: older.subject })).toBeVisible();
  await expect(page.getByText('2/2')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Later ticket' })).toBeFocused();
  // The screen is that of a phone by now.
  await page.getByText('About this ticket').click();
  await expect(page.getByRole('link', { name: /The lamp is dark/ })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/queue\\?requester=${emma.id}`));

  const requester = await visit(emma);
  await requester.page.goto(`/tickets/${newer.id}`);
  await expect(requester.page.getByText(text)).toBeVisible();
});
