import type { Page } from '@playwright/test';
import { Api } from './harness/api';
import { expectAccessibleEverywhere } from './harness/axe';
import { LOOKS, type Scene, setTheScene } from './harness/looks';
import { Mailbox } from './harness/mailbox';
import { pagePaths } from './harness/route-table';
import { expect, installationUrl, mailFolder, test } from './harness/test';

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

test('every page of the route table is looked at', () => {
  expect([...new Set(LOOKS.map(({ route }) => route))].sort()).toEqual(pagePaths());
});

test.describe('Every page', () => {
  // Four looks of a thorough reader, on a machine that may have much else to do.
  test.describe.configure({ timeout: 180_000 });
  let scene: Scene;
  test.beforeAll(async () => {
    scene = await setTheScene(new Api(installationUrl()), new Mailbox(mailFolder()));
  });

  for (const { what, as, refuses, address } of LOOKS) {
    test(`${what} is accessible, light and dark, on a phone and on a desk`, async ({ page, api, signIn, watch }) => {
      if (refuses) watch.expectRefusal(refuses);
      if (as) await signIn(as === 'admin' ? api.admin : scene[as]);
      await page.goto(await address(scene));
      await settled(page);
      await expectAccessibleEverywhere(page);
    });
  }
});
