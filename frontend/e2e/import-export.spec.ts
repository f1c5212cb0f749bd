import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

// Looks of a thorough reader, on a machine that may have much else to do.
test.describe.configure({ timeout: 180_000 });

const button = (page: Page, name: string) => page.getByRole('button', { name });

/** Requests of a place that nobody else imports, with one row that cannot be taken. */
function aFile(place: string): string {
  const rows = [
    `"The lamp of ${place} flickers, and has for days",Lamps of ${place},resolved`,
    `The door of ${place} squeaks,,`,
  ];
  return ['Document,Topic_group,State', ...rows, `The window of ${place} jams,,fixed`, ''].join('\n');
}

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.from(content);
  await page.getByLabel('CSV file', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
}

test('an admin checks a file, imports it, and a second time nothing is doubled', async ({ api, page, signIn }) => {
  const place = randomBytes(4).toString('hex');
  await signIn(api.admin);
  await page.goto('/admin/import');
  await choose(page, 'requests.csv.gz', gzipSync(aFile(place)));
  await expect(page.getByRole('combobox', { name: '“Document” is' })).toContainText('Description');
  await expect(page.getByRole('combobox', { name: '“Topic_group” is' })).toContainText('Category');
  await expect(page.getByText(`The door of ${place} squeaks`)).toBeVisible();
  await expectAccessibleEverywhere(page);

  await button(page, 'Check the file').click();
  await expect(page.getByRole('heading', { name: 'This would come of 3 rows' })).toBeFocused();
  await expect(page.getByRole('cell', { name: '"fixed" is not known.' })).toBeVisible();
  await expect(page.getByText(`Categories that would be made: Lamps of ${place}`)).toBeVisible();
  await expectAccessibleEverywhere(page);

  await button(page, 'Import 2 tickets').click();
  await expect(page.getByRole('heading', { name: 'This came of 3 rows' })).toBeVisible();
  const download = page.waitForEvent('download');
  await button(page, 'Download this list').click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('4,State,');

  await choose(page, 'requests.csv', aFile(place));
  await button(page, 'Check the file').click();
  await expect(button(page, 'Nothing to import')).toBeDisabled();
  await expect(page.locator('dl div').filter({ hasText: 'Here already' })).toContainText('2');
});

test('what is no table is refused in words, and columns without a text cannot be sent', async ({
  api,
  page,
  signIn,
  watch,
}) => {
  await signIn(api.admin);
  await page.goto('/admin/import');
  await choose(page, 'empty.csv', '');
  await expect(page.getByRole('alert')).toContainText('does not name columns');
  await choose(page, 'numbers.csv', 'a;b\n1;2\n');
  await expect(page.getByText('Say which column is the description or the subject.')).toBeVisible();
  await expect(button(page, 'Check the file')).toHaveCount(0);
  await page.getByRole('combobox', { name: '“a” is' }).click();
  await page.getByRole('option', { name: 'Description' }).click();
  await page.getByRole('combobox', { name: '“b” is' }).click();
  await page.getByRole('option', { name: 'Description' }).click();
  await expect(page.getByRole('combobox', { name: '“a” is' })).toContainText('Not imported');
  await choose(page, 'table.csv', Buffer.concat([Buffer.from('text\n'), Buffer.from([0xff, 0xfe])]));
  await button(page, 'Check the file').click();
  await expect(page.getByRole('cell', { name: 'The line is not in UTF-8.' })).toBeVisible();
  expect(watch.faults).toEqual([]);
});

test('staff take the queue home as it is filtered, employees their own tickets', async ({
  api,
  page,
  signIn,
  visit,
}) => {
  const [employee, agent] = [await api.person('Emma Export'), await api.person('Liam Export', 'agent')];
  const ticket = await api.ticket(employee, { subject: '=SUM(A1) does not calculate', priority: 'high' });
  await api.ticket(employee, { subject: 'Not asked for', priority: 'low' });
  await signIn(agent);
  await page.goto(`/queue?requester=${employee.id}&priority=high`);
  const taken = page.waitForEvent('download');
  await button(page, 'Export this list as CSV').click();
  const file = await taken;
  expect(file.suggestedFilename()).toMatch(/^tickets-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain(`${ticket.id},${ticket.number},'=SUM(A1) does not calculate`);
  expect(text).not.toContain('Not asked for');

  const { page: own } = await visit(employee);
  await own.goto('/tickets');
  const home = own.waitForEvent('download');
  await button(own, 'Export this list as CSV').click();
  expect((await readFile(await (await home).path(), 'utf8')).trim().split('\r\n')).toHaveLength(3);
});
