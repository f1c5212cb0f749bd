import { type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { type Account, Api } from './api';
import { Mailbox } from './mailbox';
import { Watch } from './watch';

/** A person at a browser of his own. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
}

interface Fixtures {
  readonly api: Api;
  /** What the shared installation sent. */
  readonly mailbox: Mailbox;
  /** Watches the test's own browser; any fault fails the test. */
  readonly watch: Watch;
  /** Opens another browser, signed in if a person is named; its faults fail the test as well. */
  readonly visit: (person?: Credentials, url?: string) => Promise<Visitor>;
  /** Signs the test's own browser in. */
  readonly signIn: (person: Credentials) => Promise<void>;
}

export type Credentials = Pick<Account, 'email' | 'password'>;

/** Where the installation runs that all tests share. */
export function installationUrl(): string {
  const url = process.env.DESKHAND_URL;
  if (url === undefined) throw new Error('No installation runs.');
  return url;
}

/** Where its mails are kept. */
export function mailFolder(): string {
  const folder = process.env.DESKHAND_MAILBOX;
  if (folder === undefined) throw new Error('No mail server runs.');
  return folder;
}

/** Signs a browser in without the form, which tests of its own cover. */
export async function signInTo(context: BrowserContext, url: string, { email, password }: Credentials): Promise<void> {
  const answer = await context.request.post(`${url}/api/v1/auth/login`, { data: { email, password } });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function openVisitor(browser: Browser, baseURL: string): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  return { context, page: await context.newPage(), watch: new Watch(context) };
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(installationUrl()),

  api: async ({ baseURL }, use) => use(new Api(baseURL!)),

  mailbox: async ({}, use) => use(new Mailbox(mailFolder())),

  watch: [
    async ({ context }, use) => {
      const watch = new Watch(context);
      await use(watch);
      expect(watch.faults, 'faults in the browser').toEqual([]);
    },
    { auto: true },
  ],

  signIn: async ({ context, baseURL }, use) => use((person) => signInTo(context, baseURL!, person)),

  visit: async ({ browser, baseURL }, use) => {
    const visitors: Visitor[] = [];
    await use(async (person, url = baseURL!) => {
      const visitor = await openVisitor(browser, url);
      visitors.push(visitor);
      if (person) await signInTo(visitor.context, url, person);
      return visitor;
    });
    for (const { context } of visitors) await context.close();
    expect(
      visitors.flatMap(({ watch }) => watch.faults),
      'faults in the other browsers',
    ).toEqual([]);
  },
});

export { expect } from '@playwright/test';
