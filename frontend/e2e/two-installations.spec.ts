import type { Page } from '@playwright/test';
import { Api } from './harness/api';
import { startInstallation } from './harness/installation';
import { expect, signInTo, test } from './harness/test';

async function expectSignedIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/tickets`);
  await expect(page.getByRole('button', { name: `Account of ${name}` })).toBeVisible();
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
  } finally {
    await other.stop();
  }
});
