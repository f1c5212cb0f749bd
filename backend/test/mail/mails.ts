import { newId } from '../../src/platform/ids.js';
import { type ClaimedMail, MailQueue, type NewMail } from '../../src/mail/queue/mail-queue.js';
import { MailComposer } from '../../src/mail/content/mail-composer.js';
import type { MailContent } from '../../src/mail/content/mail-content.js';
import type { TestApp } from '../app/app.js';

export interface MailRowOfTest {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly due_at: Date;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly news: { commentId?: string }[];
  readonly answers: string[];
}

/** What mails of this kind say in these tests: what their news say. It is the kind that no event writes. */
const KIND = 'trail_heads';

/** Has mails of a kind say what a test wants, whoever composes them in earnest. */
export function sayPlainly(app: TestApp, say: (mail: ClaimedMail) => MailContent | null = plain): void {
  app.nest.get(MailComposer).composeWith([KIND], (mail) => Promise.resolve(say(mail)));
}

export function plain({ news }: Pick<ClaimedMail, 'news'>): MailContent {
  const said = news.map((each) => String(each.said)).join();
  return { subject: said, text: `${said}\n`, html: `<p>${said}</p>` };
}

/** Writes a mail as an event does; its id. */
export async function aMail(app: TestApp, fields: Partial<NewMail> & { said?: string } = {}): Promise<string> {
  const { said = 'Good morning', ...mail } = fields;
  const id = newId();
  const news = [{ kind: 'said', activityId: null, said }];
  const written = {
    id,
    kind: KIND,
    recipientId: null,
    address: 'emma@example.org',
    ticketId: null,
    news,
    ...mail,
  } as const;
  await app.dataSource.transaction((manager) => app.nest.get(MailQueue).write(manager, [written], app.clock.now()));
  return id;
}

/** A mail that a server has refused. */
export async function aFailedMail(app: TestApp): Promise<string> {
  const id = await aMail(app);
  const refused = "UPDATE mails SET state = 'failed', attempts = 1, ended_at = now() WHERE id = $1";
  await app.dataSource.query(refused, [id]);
  return id;
}

export async function mailOf(app: TestApp, id: string): Promise<MailRowOfTest> {
  const rows: MailRowOfTest[] = await app.dataSource.query(
    `SELECT m.*, ARRAY(SELECT answer FROM mail_attempts WHERE mail_id = m.id ORDER BY attempt) AS answers
     FROM mails m WHERE id = $1`,
    [id],
  );
  return rows[0]!;
}
