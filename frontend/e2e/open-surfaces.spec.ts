import type { Page } from '@playwright/test';
import type { Account, FiledTicket } from './harness/api';
import { expectAccessibleEverywhere } from './harness/axe';
import { expect, test } from './harness/test';

interface Surface {
  readonly what: string;
  readonly as: 'requester' | 'agent' | 'admin';
  readonly address: (ticket: FiledTicket, requester: Account) => string;
  readonly open: (page: Page) => Promise<void>;
}

const atTheTicket = ({ id }: FiledTicket): string => `/tickets/${id}`;
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).click();

const SURFACES: readonly Surface[] = [
  { what: 'the menu of the account', as: 'requester', address: () => '/tickets', open: press(/^Account of/) },
  { what: 'the dialog of putting on hold', as: 'agent', address: atTheTicket, open: press('Put on hold') },
  {
    what: 'the dialog of assigning, with people offered',
    as: 'agent',
    address: atTheTicket,
    open: async (page) => {
      await page.getByText('About this ticket').click();
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      await page.getByRole('dialog').getByLabel('Somebody else').fill('Liam');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    what: 'the composer of an internal note',
    as: 'agent',
    address: atTheTicket,
    open: (page) => page.getByRole('radio', { name: 'Internal note' }).click(),
  },
  {
    what: 'the palette',
    as: 'agent',
    address: atTheTicket,
    open: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('a');
      await expect(page.getByRole('dialog').getByRole('option', { name: 'Account' })).toBeVisible();
    },
  },
  {
    what: 'the sheet of the keys',
    as: 'requester',
    address: () => '/tickets',
    open: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('?');
      await expect(page.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
  {
    what: 'the queue with a ticket beside it, and the menu of its table',
    as: 'agent',
    address: (_ticket, { id }) => `/queue?requester=${id}`,
    open: async (page) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await press('Show a ticket beside the list')(page);
      await expect(page.getByRole('region', { name: /beside the list/ }).getByRole('article')).toBeVisible();
      await press('Columns and rows')(page);
      await page.getByRole('menuitemradio', { name: 'Comfortable rows' }).click();
    },
  },
  {
    what: 'the menu of what goes with a reply',
    as: 'agent',
    address: atTheTicket,
    open: press('Send, and change the status'),
  },
  { what: 'the list of all snippets', as: 'agent', address: atTheTicket, open: press('Snippets') },
  { what: 'the dialog of a new snippet', as: 'agent', address: () => '/snippets', open: press('Write the first one') },
  {
    what: 'the dialog of saving a view',
    as: 'agent',
    address: (_ticket, { id }) => `/queue?requester=${id}`,
    open: press('Save view'),
  },
  { what: 'the filters of the mail log', as: 'admin', address: () => '/admin/mail', open: press('Filter') },
  {
    what: 'the menu of a phone, with the views and their counts',
    as: 'agent',
    address: () => '/queue?view=waiting',
    open: async (page) => {
      await press('Menu')(page);
      await expect(page.getByRole('dialog').getByRole('link', { name: /^Unassigned .*tickets?$/ })).toBeVisible();
    },
  },
  {
    what: 'the open list of categories',
    as: 'requester',
    address: () => '/tickets/new',
    open: async (page) => {
      await page.getByRole('combobox', { name: /What is it about/ }).click();
      await expect(page.getByRole('option', { name: /Hardware/ })).toBeVisible();
    },
  },
  {
    what: 'the menus of what an admin may do with a person',
    as: 'admin',
    address: (_ticket, { email }) => `/people?q=${encodeURIComponent(email)}`,
    open: async (page) => {
      await page.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name: 'Change the role' }).click();
      await expect(page.getByRole('menuitemradio', { name: 'Agent' })).toBeVisible();
    },
  },
];

for (const reader of ['requester', 'agent', 'admin'] as const) {
  test(`what ${reader} opens is accessible, light and dark, on a phone and on a desk`, async ({
    api,
    signIn,
    page,
  }) => {
    const surfaces = SURFACES.filter(({ as }) => as === reader);
    test.setTimeout(surfaces.length * 60_000);
    const [requester, agent] = [await api.person('Emma Surface'), await api.person('Liam Surface', 'agent')];
    await signIn({ requester, agent, admin: api.admin }[reader]);
    // In one browser, which would else compile the client anew for each of them.
    for (const { what, address, open } of surfaces) {
      await test.step(what, async () => {
        const ticket = await api.ticket(requester);
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(address(ticket, requester));
        await open(page);
        await expectAccessibleEverywhere(page, what);
      });
    }
  });
}
