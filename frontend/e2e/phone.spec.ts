import type { Page } from '@playwright/test';
import { expectAccessible } from './harness/axe';
import { expect, test } from './harness/test';
import { doubleTexts, expectThumbsReach } from './harness/thumb';

/** The narrowest phone; motion is reduced for all tests. */
test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

const SUBJECT = 'The lamp over my desk flickers';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('group', { name: 'What to do with this ticket' }).getByRole('button', { name: action }).tap();
}

for (const isDoubled of [false, true]) {
  const size = isDoubled ? 'texts of twice the size' : 'texts as usual';
  test(`an employee files a ticket with a thumb and ${size}, and confirms that it is solved`, async ({ api, page }) => {
    test.setTimeout(180_000);
    const [emma, liam] = [await api.person('Emma Thumb'), await api.person('Liam Helpful', 'agent')];
    const former = await api.ticket(emma, { subject: 'My desk lamp flickers' });
    if (isDoubled) await doubleTexts(page);

    await test.step('signs in', async () => {
      await page.goto('/sign-in');
      await page.getByLabel('Mail address').fill(emma.email);
      await page.getByLabel('Password', { exact: true }).fill(emma.password);
      await expectThumbsReach(page, 'signing in');
      await page.getByRole('button', { name: 'Sign in' }).tap();
      await expect(page.getByRole('link', { name: former.subject })).toBeVisible();
      await expectThumbsReach(page, 'My tickets');
    });

    await test.step('writes, and sees that something like it is open already', async () => {
      await page.getByRole('link', { name: 'New ticket' }).last().tap();
      await page.getByLabel('What do you need?').fill(SUBJECT);
      const similar = page.getByRole('region', { name: 'You may have asked about this before' });
      await expect(similar.getByRole('link', { name: former.subject })).toHaveAttribute(
        'href',
        `/tickets/${former.id}`,
      );
      await page.getByLabel('What happened?').fill('Since this morning, every few seconds.');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: PICTURE });
      await expect(page.getByText('lamp.png', { exact: true })).toBeVisible();
      await expectThumbsReach(page, 'New ticket');
      await expectAccessible(page, 'New ticket with similar ones');
    });

    let address = '';
    await test.step('files it', async () => {
      await page.getByRole('button', { name: 'File ticket' }).tap();
      await expect(page.getByRole('heading', { name: SUBJECT, level: 1 })).toBeVisible();
      // The browser reports an address a moment after its page is there.
      await expect(page).toHaveURL(/\/tickets\/[\da-f-]{36}$/);
      address = new URL(page.url()).pathname;
      await expectThumbsReach(page, 'the ticket');
    });

    await test.step('is asked, and answers', async () => {
      const ticket = (await api.tickets(emma)).find(({ subject }) => subject === SUBJECT)!;
      const taken = await api.assign(liam, ticket, liam.id);
      await api.status(liam, taken, { status: 'waiting_requester', comment: 'Which desk is it?' });
      await page.goto('/tickets');
      await expect(page.getByRole('region', { name: 'Your turn' }).getByText(`Answer ${liam.name}`)).toBeVisible();
      await expectThumbsReach(page, 'My tickets, with a question');
      await page.getByRole('link', { name: SUBJECT }).tap();
      await expect(page).toHaveURL(address);
      await page.getByLabel('Your reply').fill('The one at the window.');
      await expectThumbsReach(page, 'the ticket with a reply begun');
      await page.getByRole('button', { name: 'Send reply' }).tap();
      await expect(page.getByRole('article', { name: `Reply of ${emma.name}` })).toContainText('at the window');
    });

    await test.step('confirms', async () => {
      const ticket = (await api.tickets(emma)).find(({ subject }) => subject === SUBJECT)!;
      await api.status(liam, ticket, { status: 'resolved', comment: 'A new bulb.' });
      await page.reload();
      await expect(page.getByText('A new bulb.')).toBeVisible();
      await expectThumbsReach(page, 'the solved ticket');
      await act(page, 'Confirm it is solved');
      await expect(page.locator('dh-status-chip').getByText('Closed', { exact: true })).toBeVisible();
    });
  });
}
