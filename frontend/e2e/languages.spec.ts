import { expect, test } from './harness/test';

test.describe('Somebody whose browser speaks German', () => {
  test.use({ locale: 'de-DE' });

  test('registers, files a ticket and reads it in German, turns to English and back, and finds his language elsewhere', async ({
    page,
    visit,
    watch,
  }) => {
    watch.expectRefusal(401);
    const account = {
      name: 'Jonas Köhler',
      email: `jonas.${Date.now()}@example.org`,
      password: 'violet-kettle-on-the-7th-shelf',
    };
    const speak = async (language: string): Promise<void> => {
      await page.getByRole('button', { name: account.name }).click();
      await page.getByRole('menuitemradio', { name: language }).click();
    };

    await test.step('he is greeted in German, and can choose without an account', async () => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Sagen Sie der IT/);
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Tell IT/);
      await page.getByRole('button', { name: 'Deutsch' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Sagen Sie der IT/);
    });

    await test.step('what goes wrong is told in German, too', async () => {
      await page.goto('/sign-in');
      await page.getByLabel('E-Mail-Adresse', { exact: true }).fill(account.email);
      await page.getByLabel('Passwort', { exact: true }).fill(account.password);
      const answered = page.waitForResponse('**/auth/login');
      await page.getByRole('button', { name: 'Anmelden' }).click();
      expect((await answered).status()).toBe(401);
      await expect(page.getByText('E-Mail-Adresse und Passwort passen nicht zusammen.')).toBeVisible();
    });

    await test.step('he registers and files a ticket', async () => {
      await page.goto('/register');
      await page.getByLabel('Name', { exact: true }).fill(account.name);
      await page.getByLabel('E-Mail-Adresse', { exact: true }).fill(account.email);
      await page.getByLabel('Passwort', { exact: true }).fill(account.password);
      await page.getByRole('button', { name: 'Konto anlegen' }).click();
      await page.getByRole('link', { name: 'Erstes Ticket erstellen' }).click();
      await page.getByLabel('Was brauchen Sie?').fill('Der Drucker zieht kein Papier ein');
      await page.getByLabel('Was ist geschehen?').fill('Seit heute Morgen.');
      await page.getByRole('combobox', { name: /Worum geht es/ }).click();
      await page.getByRole('option', { name: /Zugänge und Konten/ }).click();
      await page.getByRole('button', { name: 'Ticket erstellen' }).click();
      await expect(page.getByText('Eingegangen', { exact: true }).first()).toBeVisible();
    });

    await test.step('times are written as he reads them', async () => {
      const day = new Intl.DateTimeFormat('de', { dateStyle: 'full', timeZone: 'Europe/Berlin' }).format();
      await expect(page.locator('main time').first()).toHaveAttribute('data-exact', new RegExp(day));
    });

    await test.step('in English the same page has the same address, and what he began to write is still there', async () => {
      // The browser reports an address a moment after its page is there.
      await expect(page).toHaveURL(/\/tickets\/[\da-f-]{36}$/);
      const address = page.url();
      await page.getByLabel('Ihre Antwort').fill('Noch etwas');
      await speak('English');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
      await expect(page.getByText('Submitted', { exact: true }).first()).toBeVisible();
      await expect(page.getByLabel('Your reply')).toHaveValue('Noch etwas');
      expect(page.url()).toBe(address);
      await speak('Deutsch');
      await expect(page.getByLabel('Ihre Antwort')).toHaveValue('Noch etwas');
    });

    await test.step('on a computer that speaks English his pages are German', async () => {
      const { page: elsewhere } = await visit(account);
      await elsewhere.goto('/tickets');
      await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Meine Tickets');
      await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'de');
    });
  });
});
