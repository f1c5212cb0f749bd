import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { signInTo, test } from '../harness/test';
import { type Company, foundCompany } from './company';

/** Everything was filed within seconds; pictures look as if it had been over three days. Only the times are moved. */
async function spreadTimes(page: Page): Promise<void> {
  await page.route('**/api/v1/tickets**', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const newest = Date.now();
    const times = [...new Set(text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g))].sort().reverse();
    const moved = times.reduce(
      (body, time, nth) => body.replaceAll(time, new Date(newest - (4 + nth ** 2 * 11) * 60_000).toISOString()),
      text,
    );
    await route.fulfill({ response, body: moved });
  });
}

test.describe('pictures', () => {
  let company: Company;

  test.beforeAll(async () => {
    const { Api } = await import('../harness/api');
    company = await foundCompany(new Api(process.env.DESKHAND_URL!));
  });

  const shots = [
    { name: 'queue-light', as: 'liam', path: '/queue', width: 1440, height: 900, scheme: 'light' },
    { name: 'ticket-dark', as: 'liam', path: 'shown', width: 1440, height: 1000, scheme: 'dark' },
    { name: 'my-tickets-phone', as: 'emma', path: '/tickets', width: 360, height: 740, scheme: 'light' },
  ] as const;

  for (const { name, as, path, width, height, scheme } of shots) {
    test(name, async ({ page, context, baseURL }) => {
      await signInTo(context, baseURL!, company[as]);
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height });
      await spreadTimes(page);
      await page.goto(path === 'shown' ? `/tickets/${company.shown.id}` : path);
      await page.getByText('Printer on floor 3 jams').first().waitFor();
      await page.locator('html[data-typeface]').waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
    });
  }

  const mails = [
    { name: 'mail-light', width: 720, scheme: 'light' },
    { name: 'mail-phone', width: 360, scheme: 'dark' },
  ] as const;

  for (const { name, width, scheme } of mails) {
    test(name, async ({ page, mailbox }) => {
      const { html } = await mailbox.mailSaying(company.emma.email, /Is it the grey one/);
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 400 });
      await page.setContent(String(html));
      await page.screenshot({ path: join(import.meta.dirname, `${name}.png`), fullPage: true });
    });
  }
});
