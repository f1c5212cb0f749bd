import type { BrowserContext, Page } from '@playwright/test';
import type { Account } from './harness/api';
import { expectAccessible } from './harness/axe';
import { type Installation, startInstallation } from './harness/installation';
import { expect, test, type Visitor } from './harness/test';

const SUBJECT = 'The VPN drops on the train';
const QUESTION = 'Which network are you on when it drops?';
const ANSWER = 'The one of the railway.';
/** Stands in the internal note and nowhere else. */
const CANARY = 'canary-9d41-blames-the-firewall';

type Newcomer = Pick<Account, 'name' | 'email' | 'password'>;

function newcomer(name: string): Newcomer {
  return {
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
    password: 'violet-kettle-on-the-7th-shelf',
  };
}

const [ADA, EMMA, LIAM] = ['Ada Admin', 'Emma Thompson', 'Liam Novak'].map(newcomer) as [Newcomer, Newcomer, Newcomer];

/** Everything that the server ever answers to a browser, as text. */
function recordAnswers(context: BrowserContext): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  context.on('response', (response) => {
    // The live stream never ends; what it tells to whom is proved where the API is.
    if (!response.url().includes('/api/v1/events')) bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

async function introduce(page: Page, { name, email, password }: Newcomer, button: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Mail address', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: button }).click();
}

async function act(page: Page, action: string): Promise<void> {
  await page.getByRole('group', { name: 'What to do with this ticket' }).getByRole('button', { name: action }).click();
}

async function expectStatus(page: Page, status: string): Promise<void> {
  await expect(page.locator('main header').getByText(status, { exact: true })).toBeVisible();
}

test.describe('A ticket', () => {
  test.describe.configure({ timeout: 180_000 });
  let installation: Installation;
  test.beforeAll(async () => {
    installation = await startInstallation();
  });
  test.afterAll(() => installation.stop());

  test('is filed, taken, asked about, answered, resolved and confirmed, and its trail says by whom and when', async ({
    visit,
  }) => {
    const at = (): Promise<Visitor> => visit(undefined, installation.url);
    const [{ page: ada }, { page: emma, context: emmasBrowser }, { page: liam }] = [await at(), await at(), await at()];
    const answersToEmma = recordAnswers(emmasBrowser);
    let address = '';

    await test.step('the setup link makes the first admin, once', async () => {
      await ada.goto(installation.setupLink);
      await expect(ada.getByRole('heading', { name: 'Set up Deskhand' })).toBeVisible();
      await expectAccessible(ada, 'the setup page');
      await introduce(ada, ADA, 'Create the administrator');
      await expect(ada).toHaveURL(/\/queue/);
      await emma.goto('/setup');
      await expect(emma.getByRole('heading', { name: 'Deskhand is set up' })).toBeVisible();
    });

    await test.step('an employee registers and files a ticket', async () => {
      await emma.goto('/register');
      await introduce(emma, EMMA, 'Create the account');
      await emma.getByRole('link', { name: 'File your first ticket' }).click();
      await emma.getByLabel('What do you need?').fill(SUBJECT);
      await emma.getByLabel('What happened?').fill('Every time we enter a tunnel.');
      await emma.getByRole('button', { name: 'File ticket' }).click();
      await expect(emma.getByRole('heading', { name: SUBJECT, level: 1 })).toBeVisible();
      await expectStatus(emma, 'Submitted');
      address = new URL(emma.url()).pathname;
    });

    await test.step('the admin makes somebody an agent', async () => {
      await liam.goto('/register');
      await introduce(liam, LIAM, 'Create the account');
      await expect(liam).toHaveURL('/tickets');
      await ada.goto('/people');
      await ada.getByRole('button', { name: `Actions for ${LIAM.name}` }).click();
      await ada.getByRole('menuitem', { name: 'Change the role' }).click();
      await ada.getByRole('menuitemradio', { name: 'Agent' }).click();
      await expect(ada.getByText(`${LIAM.name} is Agent now.`).first()).toBeVisible();
    });

    await test.step('the agent takes it and asks a question', async () => {
      await liam.goto('/queue');
      await liam.getByRole('link', { name: SUBJECT }).click();
      await act(liam, 'Take');
      await expectStatus(liam, 'In progress');
      await act(liam, 'Ask the requester');
      await liam.getByRole('dialog').getByLabel('Your question').fill(QUESTION);
      await expectAccessible(liam, 'the dialog of a question');
      await liam.getByRole('dialog').getByRole('button', { name: 'Ask and wait' }).click();
      await expectStatus(liam, 'Waiting for requester');
    });

    await test.step('the employee reads it and answers', async () => {
      await emma.goto('/tickets');
      await expect(emma.getByRole('region', { name: 'Your turn' }).getByText(`Answer ${LIAM.name}`)).toBeVisible();
      await emma.getByRole('link', { name: SUBJECT }).click();
      await expectStatus(emma, 'Waiting for you');
      await expect(emma.getByRole('article', { name: `Reply of ${LIAM.name}` })).toContainText(QUESTION);
      await emma.getByLabel('Your reply').fill(ANSWER);
      await emma.getByRole('button', { name: 'Send reply' }).click();
      await expectStatus(emma, 'In progress');
    });

    await test.step('the agent reads the answer, writes a note for staff and resolves', async () => {
      await liam.goto(address);
      await expect(liam.getByRole('article', { name: `Reply of ${EMMA.name}` })).toContainText(ANSWER);
      await liam.getByRole('radio', { name: 'Internal note' }).click();
      await expect(liam.getByRole('form', { name: 'Write an internal note' })).toContainText('Only staff see this');
      await liam.getByLabel('Internal note', { exact: true }).and(liam.locator('textarea')).fill(CANARY);
      await liam.getByRole('button', { name: 'Save internal note' }).click();
      await expect(liam.getByRole('article', { name: `Internal note of ${LIAM.name}` })).toContainText(CANARY);
      await act(liam, 'Resolve');
      await expectStatus(liam, 'Resolved');
    });

    await test.step('the employee confirms', async () => {
      await emma.goto(address);
      await act(emma, 'Confirm it is solved');
      await expectStatus(emma, 'Closed');
    });

    await test.step('the trail shows every step with who and when', async () => {
      await ada.goto(address);
      const trail = ada.getByRole('listitem').filter({ has: ada.locator('time') });
      const steps = [
        [`The request of ${EMMA.name}`, 'Every time we enter a tunnel.'],
        [null, `${LIAM.name} took this`],
        [`Reply of ${LIAM.name}`, QUESTION],
        [`Reply of ${EMMA.name}`, ANSWER],
        [`Internal note of ${LIAM.name}`, CANARY],
        [null, `${LIAM.name} resolved this`],
        [null, `${EMMA.name} closed this`],
      ] as const;
      for (const [article, text] of steps) {
        const entry = trail.filter({ hasText: text });
        await expect(article ? entry.getByRole('article', { name: article }) : entry).toBeVisible();
      }
      expect(await recordedTrail(ada, address)).toEqual([
        ['ticket.created', EMMA.name],
        ['ticket.assigned', LIAM.name],
        ['ticket.status_changed', LIAM.name, 'submitted', 'in_progress'],
        ['comment.added', LIAM.name],
        ['ticket.status_changed', LIAM.name, 'in_progress', 'waiting_requester'],
        ['comment.added', EMMA.name],
        ['ticket.status_changed', EMMA.name, 'waiting_requester', 'in_progress'],
        ['comment.added', LIAM.name],
        ['ticket.status_changed', LIAM.name, 'in_progress', 'resolved'],
        ['ticket.status_changed', EMMA.name, 'resolved', 'closed'],
      ]);
    });

    await test.step('the employee never got the note, on the page or in an answer', async () => {
      await emma.goto(address);
      await expect(emma.getByText('is closed and takes no more replies')).toBeVisible();
      await expect(emma.locator('body')).not.toContainText(CANARY);
      const answers = await answersToEmma();
      expect(answers).toContain(QUESTION);
      expect(answers).not.toContain(CANARY);
      expect((await recordedTrail(emma, address)).filter(([kind]) => kind === 'comment.added')).toHaveLength(2);
    });
  });
});

interface Entry {
  readonly at: string;
  readonly kind: string;
  readonly actor: { readonly name: string };
  readonly payload: { readonly from?: unknown; readonly to?: unknown };
}

/** The trail as the API gives it to whoever sits at the page: what, by whom, and of a status from and to. */
async function recordedTrail(page: Page, address: string): Promise<unknown[][]> {
  const answer = await page.request.get(`/api/v1${address}/activity?limit=100`);
  const { items } = (await answer.json()) as { items: Entry[] };
  for (const { at } of items) expect(Date.now() - Date.parse(at)).toBeLessThan(180_000);
  return items.map(({ kind, actor, payload }) =>
    kind === 'ticket.status_changed' ? [kind, actor.name, payload.from, payload.to] : [kind, actor.name],
  );
}
