import { expectAccessible } from './harness/axe';
import { linkIn } from './harness/mailbox';
import { expect, test } from './harness/test';

test('a link of a resolved ticket asks, and only the answer changes anything', async ({ api, signIn, page }) => {
  const [emma, liam] = [await api.person('Emma Confirms'), await api.person('Liam Resolves', 'agent')];
  const ticket = await api.ticket(emma);
  const resolved = await api.status(liam, ticket, { status: 'resolved' });
  await signIn(emma);

  await page.goto(`/tickets/${ticket.id}?do=reopen`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { name: `Open #${ticket.number} again?` })).toBeVisible();
  await expectAccessible(page, 'the question of the link');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(page).toHaveURL(`/tickets/${ticket.id}`);
  expect(await api.tickets(emma)).toEqual([expect.objectContaining({ version: resolved.version, status: 'resolved' })]);

  await page.goto(`/tickets/${ticket.id}?do=confirm`);
  await dialog.getByRole('button', { name: `Yes, close #${ticket.number}` }).click();
  await expect(page.locator('main header').getByText('Closed', { exact: true })).toBeVisible();

  await page.goto(`/tickets/${ticket.id}?do=reopen`);
  await expect(page.getByText(`#${ticket.number} is closed already.`)).toBeVisible();
});

test('whoever is signed out comes to the question after signing in', async ({ api, page }) => {
  const [emma, liam] = [await api.person('Emma Later'), await api.person('Liam Earlier', 'agent')];
  const ticket = await api.ticket(emma);
  await api.status(liam, ticket, { status: 'resolved' });
  await page.goto(`/tickets/${ticket.id}?do=confirm`);
  await page.getByLabel('Mail address', { exact: true }).fill(emma.email);
  await page.getByLabel('Password', { exact: true }).fill(emma.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: `Is #${ticket.number} solved?` })).toBeVisible();
});

test('the foot of a mail leads to a page that asks before it stops such mails, and takes it back', async ({
  api,
  mailbox,
  page,
}) => {
  const emma = await api.person('Emma Enough');
  await api.ticket(emma, { subject: 'Too many mails' });
  await page.goto(linkIn(await mailbox.mailTo(emma.email, /Too many mails/), '/unsubscribe'));
  await expect(page.getByRole('heading', { name: 'No more of these mails?' })).toBeVisible();
  await expectAccessible(page, 'the page that asks');
  await page.getByRole('button', { name: 'No more of these' }).click();
  await expect(page.getByRole('heading', { name: 'You get no more of these mails' })).toBeVisible();
  await page.getByRole('button', { name: 'I want them after all' }).click();
  await expect(page.getByRole('heading', { name: 'No more of these mails?' })).toBeVisible();
});

test('which mails one gets is chosen by boxes that count at once', async ({ api, signIn, page }) => {
  await signIn(await api.person('Emma Chooses'));
  await page.goto('/account#mail');
  await expect(page.getByRole('heading', { name: 'Mails that you get' })).toBeFocused();
  const box = page.getByRole('checkbox', { name: 'A ticket moves on' });
  await expect(box).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'A new ticket came in' })).toBeHidden();
  await box.uncheck();
  await expect(page.getByText('No more mails: A ticket moves on.')).toBeVisible();
  await page.reload();
  await expect(box).not.toBeChecked();
});

test('another address counts once its link was used', async ({ api, mailbox, signIn, page }) => {
  const emma = await api.person('Emma Moves');
  const newEmail = emma.email.replace('@', '.new@');
  await signIn(emma);
  await page.goto('/account');
  await page.getByLabel('New mail address', { exact: true }).fill(newEmail);
  await page.getByLabel('Your password', { exact: true }).fill(emma.password);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(page.getByText(`${newEmail} takes its place`)).toBeVisible();
  await expectAccessible(page, 'the account with an address that waits');
  await page.goto(linkIn(await mailbox.mailTo(newEmail, /./), '/confirm-address'));
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByText(`Mails to ${newEmail} reach you.`)).toBeVisible();
  await page.goto('/account');
  await expect(page.locator('dh-address-change').getByText(newEmail, { exact: true })).toBeVisible();
});

test('an admin finds a mail, and sees it as it was sent, without the secrets of its links', async ({
  api,
  mailbox,
  signIn,
  page,
}) => {
  // Not accepted yet: the mail of a link that was used already is not sent any more.
  const emma = await api.invite('Emma Mailed');
  const link = linkIn(await mailbox.mailTo(emma.email, /account/i), '/accept-invitation');
  const secret = new URL(link).hash.replace('#token=', '');
  await signIn(api.admin);
  await page.goto('/admin/mail');
  await page.getByLabel('Mail address', { exact: true }).fill(emma.email);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/admin/mail?address=${encodeURIComponent(emma.email).replace('%40', '@')}`);
  await expect(page.getByText('1 mail', { exact: true }).last()).toBeVisible();
  await page
    .getByRole('table')
    .getByRole('link', { name: /account/i })
    .click();
  await expect(page.locator('dh-mail-state').getByText('Sent')).toBeVisible();
  await expect(page.getByText(/^250 /)).toBeVisible();
  await expect(
    page.frameLocator('iframe').getByText('•••').or(page.frameLocator('iframe').locator('a')).first(),
  ).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await page.getByText('The mail as text').click();
  await expect(page.locator('pre')).toContainText('•••');
  await expect(page.locator('pre')).not.toContainText(secret);
});

test('whoever is erased is nowhere any more, but his tickets stay', async ({ api, signIn, page }) => {
  const gone = await api.person('Gregor Goner');
  const ticket = await api.ticket(gone, { subject: 'Stays when its requester goes' });
  await signIn(api.admin);
  await page.goto(`/people?q=${encodeURIComponent(gone.email)}`);
  await page.getByRole('button', { name: `Actions for ${gone.name}` }).click();
  await page.getByRole('menuitem', { name: 'Erase this person…' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page, 'the dialog that erases');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog.getByText(`Type exactly: ${gone.name}`)).toBeVisible();
  await dialog.getByLabel('Type the name to confirm').fill(gone.name);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText(`${gone.name} is erased.`)).toBeVisible();
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await page.goto(`/tickets/${ticket.id}`);
  await expect(page.getByRole('heading', { name: ticket.subject, level: 1 })).toBeVisible();
  await expect(page.getByText('Erased person').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(gone.name)).toHaveCount(0);
});
