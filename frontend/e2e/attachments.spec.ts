import type { Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGP4z8DwH4QZYAwAR8oH+WdZbrcAAAAASUVORK5CYII=';
const LONG_NAME = `${'a-very-long-name-without-a-blank-'.repeat(4)}.log`;

const png = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(PNG, 'base64'),
});
const log = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from('what it said\n'),
});

/** Drops or pastes a picture, as a browser tells of it. */
async function bring(page: Page, how: 'drop' | 'paste', name: string): Promise<void> {
  await page.evaluate(
    ([content, type, fileName]) => {
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName, { type: 'image/png' }));
      const event =
        type === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    [PNG, how, name] as const,
  );
}

test('files are chosen, pasted and dropped, survive a reload, and come with the ticket', async ({
  api,
  signIn,
  page,
}) => {
  await signIn(await api.person('Emma Attaching'));
  await page.goto('/tickets/new');
  await page.getByLabel('What do you need?').fill('The screen stays black');
  await page.getByLabel('What happened?').fill('See the pictures.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach files' }).click();
  await (await chooser).setFiles([png('front.png'), log(LONG_NAME)]);
  await page.getByLabel('What happened?').focus();
  await bring(page, 'paste', 'image.png');
  await bring(page, 'drop', 'back.png');
  const files = page.getByRole('list', { name: 'Files that go along' }).getByRole('listitem');
  await expect(files).toHaveCount(4);
  await expect(files.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByText(/\.(png|log) uploaded$/)).toBeAttached();
  await expectAccessibleEverywhere(page);
  await page.reload();
  await expect(files).toHaveCount(4);
  await page.getByRole('button', { name: 'Remove back.png' }).click();
  await page.getByRole('button', { name: 'File ticket' }).click();
  await expect(page.getByRole('heading', { name: 'The screen stays black', level: 1 })).toBeVisible();
  for (const name of ['front.png', 'screenshot.png']) {
    const picture = page.getByRole('img', { name });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2);
  }
  await expect(page.getByRole('img', { name: 'back.png' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /a-very-long-name/ }).click();
  expect((await download).suggestedFilename()).toBe(LONG_NAME);
  await expectAccessibleEverywhere(page);
});

test('a file that does not arrive holds the reply back until it is tried again', async ({
  api,
  signIn,
  page,
  watch,
}) => {
  watch.expectLostAnswers();
  const emma = await api.person('Emma Offline');
  const ticket = await api.ticket(emma);
  await signIn(emma);
  await page.goto(`/tickets/${ticket.id}`);
  await page.getByLabel('Your reply').fill('Here it is.');
  await page.route('**/api/v1/attachments', (route) => route.abort('connectionreset'));
  await page.setInputFiles('input[type=file]', png('proof.png'));
  await expect(page.getByText('The connection was lost.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByText('Some files did not arrive. Try them again, or remove them.')).toBeVisible();
  await page.unroute('**/api/v1/attachments');
  await page.getByRole('button', { name: 'Try proof.png again' }).click();
  await expect(page.getByText('proof.png uploaded')).toBeAttached();
  await page.getByRole('button', { name: 'Send reply' }).click();
  await expect(page.getByRole('article', { name: /Reply of/ }).getByRole('img', { name: 'proof.png' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Files that go along' })).toHaveCount(0);
});

test("the file of an internal note is not the requester's", async ({ api, visit }) => {
  const [emma, liam] = [await api.person('Emma Outside'), await api.person('Liam Inside', 'agent')];
  const ticket = await api.ticket(emma);
  const staff = await visit(liam);
  await staff.page.goto(`/tickets/${ticket.id}`);
  await staff.page.getByRole('radio', { name: 'Internal note' }).click();
  await staff.page.getByLabel('Internal note', { exact: true }).last().fill('Only for us.');
  await staff.page.setInputFiles('input[type=file]', png('secret.png'));
  await staff.page.getByRole('button', { name: 'Save internal note' }).click();
  const picture = staff.page.getByRole('img', { name: 'secret.png' });
  await expect(picture).toBeVisible();
  const address = await picture.getAttribute('src');
  const requester = await visit(emma);
  expect((await requester.context.request.get(address!)).status()).toBe(404);
  expect((await staff.context.request.get(address!)).status()).toBe(200);
});
