import type { Page } from '@playwright/test';
import { Api } from './harness/api';
import { startInstallation } from './harness/installation';
import { expect, signInTo, test } from './harness/test';

async function expectSignedIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/tickets`);
  await expect(page.getByRole('button', { name: `Account of ${name}` })).toBeVisible();
}

async function fileTicket(page: Page, url: string, subject: string): Promise<void> {
  await page.goto(`${url}/tickets/new`);
  await page.getByLabel('What do you need?').fill(subject);
  await page.getByLabel('What happened?').fill('It is about this place only.');
  await page.getByRole('button', { name: 'File ticket' }).click();
  await expect(page.getByRole('heading', { name: subject, level: 1 })).toBeVisible();
}

test('two installations on one host keep one browser signed in to both, also after the access token expired', async ({
  api,
  baseURL,
  context,
  page,
  watch,
}) => {
  watch.expectRefusal(401);
  const other = await startInstallation();
  try {
    const otherApi = new Api(other.url);
    await otherApi.setUp(other.setupToken);
    const [emma, jonas] = [await api.person('Emma Here'), await otherApi.person('Jonas There')];
    await signInTo(context, baseURL!, emma);
    await signInTo(context, other.url, jonas);
    const otherPage = await context.newPage();

    await expectSignedIn(page, baseURL!, emma.name);
    await expectSignedIn(otherPage, other.url, jonas.name);

    await context.clearCookies({ name: /^deskhand-access-/ });
    await expectSignedIn(page, baseURL!, emma.name);
    await expectSignedIn(otherPage, other.url, jonas.name);
    await expectSignedIn(page, baseURL!, emma.name);

    await fileTicket(page, baseURL!, 'The door here');
    await fileTicket(otherPage, other.url, 'The window there');
    expect((await api.tickets(emma)).map(({ subject }) => subject)).toEqual(['The door here']);
    expect((await otherApi.tickets(jonas)).map(({ subject }) => subject)).toEqual(['The window there']);
    await otherPage.close();
  } finally {
    await other.stop();
  }
});
