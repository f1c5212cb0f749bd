import { expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

test('an admin finds who did what, opens an entry, and shares what he sees by its address', async ({
  page,
  api,
  signIn,
}) => {
  const [emma, adam] = [await api.person('Emma Employee'), await api.person('Adam Reed', 'agent')];
  const ticket = await api.ticket(emma, { subject: 'A_very_long_subject_without_any_blank_'.repeat(3) });
  await api.assign(adam, ticket, adam.id);
  await signIn(api.admin);
  await page.goto('/admin');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Trail/ })
    .click();
  await page.getByLabel('Ticket number').fill(`#${ticket.number}`);
  await page.getByLabel('Ticket number').press('Enter');
  await expect(page).toHaveURL(new RegExp(`ticket=${ticket.number}$`));
  await expect(page.getByText(`Adam Reed took #${ticket.number}`)).toBeVisible();
  await page.getByRole('button', { name: `Details: Adam Reed took #${ticket.number}` }).click();
  await expect(page.getByText('ticket.assigned')).toBeVisible();
  await expectAccessibleEverywhere(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('link', { name: 'all of this request' }).click();
  await expect(page.getByText(`“In progress” by what Adam Reed did`)).toBeVisible();
  await expect(page.getByText(`Emma Employee filed #${ticket.number}`)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(`Adam Reed took #${ticket.number}`)).toBeVisible();
  await page.getByRole('button', { name: /Remove the filter Request/ }).click();
  await page.getByRole('button', { name: 'What happened' }).click();
  await page.getByRole('menuitem', { name: 'Tickets', exact: true }).press('ArrowRight');
  await page.getByRole('menuitemcheckbox', { name: 'Assigned', exact: true }).click();
  await expect(page).toHaveURL(/kind=ticket\.assigned/);
});
