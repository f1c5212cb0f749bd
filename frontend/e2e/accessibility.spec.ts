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

/** One after the other in the same browser, which would else compile the client anew for each of them. */
const AT_ONCE = 8;

test.describe('Every page is accessible, light and dark, on a phone and on a desk', () => {
  // Four looks of a thorough reader at each, on a machine that may have much else to do.
  test.describe.configure({ timeout: AT_ONCE * 60_000 });
  let scene: Scene;
  test.beforeAll(async () => {
    scene = await setTheScene(new Api(installationUrl()), new Mailbox(mailFolder()));
  });

  for (const reader of ['nobody', 'employee', 'agent', 'admin'] as const) {
    const its = LOOKS.filter(({ as }) => (as ?? 'nobody') === reader);
    // What is refused on purpose is expected from there on.
    const pages = [...its.filter(({ refuses }) => !refuses), ...its.filter(({ refuses }) => refuses)];
    for (let first = 0; first < pages.length; first += AT_ONCE) {
      const some = pages.slice(first, first + AT_ONCE);
      test(`for ${reader}: ${some.map(({ what }) => what).join(', ')}`, async ({ page, api, signIn, watch }) => {
        if (reader !== 'nobody') await signIn(reader === 'admin' ? api.admin : scene[reader]);
        for (const { what, refuses, address } of some) {
          await test.step(what, async () => {
            if (refuses) watch.expectRefusal(refuses);
            await page.goto(await address(scene));
            await settled(page);
            await expectAccessibleEverywhere(page, what);
          });
        }
      });
    }
  }
});
