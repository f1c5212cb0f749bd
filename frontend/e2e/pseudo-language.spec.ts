import { Api } from './harness/api';
import { LOOKS, type Scene, setTheScene } from './harness/looks';
import { Mailbox } from './harness/mailbox';
import { speakPseudo } from './harness/pseudo-language';
import { expect, installationUrl, mailFolder, test } from './harness/test';
import { textFaults } from './harness/text-faults';

test.describe('In a language with long words', () => {
  let scene: Scene;
  test.beforeAll(async () => {
    scene = await setTheScene(new Api(installationUrl()), new Mailbox(mailFolder()));
  });

  for (const reader of ['nobody', 'employee', 'agent', 'admin'] as const) {
    test(`every text that ${reader} sees is marked for translation and shown whole`, async ({
      context,
      page,
      api,
      signIn,
      watch,
    }) => {
      await speakPseudo(context);
      if (reader !== 'nobody') await signIn(reader === 'admin' ? api.admin : scene[reader]);
      const faults: string[] = [];
      for (const { what, refuses, address } of LOOKS.filter(({ as }) => (as ?? 'nobody') === reader)) {
        if (refuses) watch.expectRefusal(refuses);
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(await address(scene));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          faults.push(...(await textFaults(page)).map((fault) => `${what}, ${width} px: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    });
  }
});
