import type { Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { expectAccessible } from './harness/axe';
import { linkIn } from './harness/mailbox';
import { expect, test } from './harness/test';

const FIRST_PASSWORD = 'nine-purple-lanterns-at-dawn';
const SECOND_PASSWORD = 'seven-green-kettles-at-dusk';
const SUBJECT = 'The headset crackles';
const REPLY = 'Please try the other socket, **not** the hub. Does it still crackle?';

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name });

test.describe('A newcomer', () => {
  test.describe.configure({ timeout: 90_000 });

  test('registers, confirms the address, files a ticket, reads by mail what becomes of it, and sets a new password', async ({
    api,
    mailbox,
    page,
  }) => {
    const email = `nora.${randomBytes(4).toString('hex')}@example.org`;

    await test.step('an account is made, and waits for the confirmation of its address', async () => {
      await page.goto('/register');
      await field(page, 'Name').fill('Nora Newcomer');
      await field(page, 'Mail address').fill(email);
      await field(page, 'Password').fill(FIRST_PASSWORD);
      await button(page, 'Create the account').click();
      await expect(page).toHaveURL('/tickets');
      await expect(page.getByText(`Confirm your mail address: open the link that we sent to ${email}.`)).toBeVisible();
      await expectAccessible(page, 'the page with the banner');
    });

    await test.step('the link in the mail asks, and the button confirms', async () => {
      await page.goto(linkIn(await mailbox.mailTo(email, /welcome/i), '/confirm-address'));
      await expect(page.getByRole('heading', { name: 'Confirm your mail address' })).toBeVisible();
      await expectAccessible(page, 'the page that confirms');
      await button(page, 'Confirm the address').click();
      await expect(page.getByText(`Mails to ${email} reach you.`)).toBeVisible();
      expect(page.url()).not.toContain('token');
      await page.getByRole('link', { name: 'Go on' }).click();
      await expect(page).toHaveURL('/tickets');
      await expect(page.getByText('Confirm your mail address')).toBeHidden();
    });

    await test.step('a ticket is filed, and its receipt has the number', async () => {
      await page.goto('/tickets/new');
      await field(page, 'What do you need?').fill(SUBJECT);
      await field(page, 'What happened?').fill('In every call, since the update.');
      await button(page, 'File ticket').click();
      await expect(page.getByRole('heading', { name: SUBJECT, level: 1 })).toBeVisible();
      const number = /#\d+/.exec(await page.title())?.[0] ?? '';
      const receipt = await mailbox.mailTo(email, new RegExp(SUBJECT));
      expect(receipt.subject).toContain(`[${number}]`);
    });

    await test.step('what an agent answers comes as a mail with all of it, in the same thread', async () => {
      const agent = await api.person('Liam Answers', 'agent');
      const [ticket] = await api.tickets({ email, password: FIRST_PASSWORD });
      await api.comment(agent, ticket!, REPLY);
      const mail = await mailbox.mailSaying(email, /try the other socket/);
      expect(mail.text).toContain('Does it still crackle?');
      expect(mail.references).toBeTruthy();
      await page.goto(linkIn(mail, '/tickets/'));
      await expect(page.getByText('Does it still crackle?')).toBeVisible();
    });

    await test.step('the forgotten password is replaced by a link that comes by mail', async () => {
      await button(page, 'Account of Nora Newcomer').click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
      await page.goto('/sign-in');
      await field(page, 'Mail address').fill(email);
      await page.getByRole('link', { name: 'Get a link by mail' }).click();
      await expect(field(page, 'Mail address')).toHaveValue(email);
      await button(page, 'Send the link').click();
      await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
      await page.goto(linkIn(await mailbox.mailTo(email, /password/i), '/reset-password'));
      await field(page, 'New password').fill(SECOND_PASSWORD);
      await button(page, 'Set the password').click();
      await field(page, 'Mail address').fill(email);
      await field(page, 'Password').fill(SECOND_PASSWORD);
      await button(page, 'Sign in').click();
      await expect(page).toHaveURL('/tickets');
    });
  });
});
