import { MailComposer } from '../../src/mail/content/mail-composer.js';
import type { MailContent } from '../../src/mail/content/mail-content.js';
import type { ClaimedMail } from '../../src/mail/queue/mail-queue.js';
import type { TestApp } from '../app/app.js';

export interface Mailed extends MailContent {
  readonly kind: string;
  readonly id: string;
}

const MAILS = `SELECT id, kind, recipient_id, address, ticket_id, news, attempts, created_at FROM mails
  WHERE address = $1 AND state = 'queued' ORDER BY id`;

/** What would be sent to that address now, in the order in which it was written. */
export async function mailedTo(app: TestApp, address: string): Promise<Mailed[]> {
  const rows: ClaimedMail[] = await app.dataSource.query(MAILS, [address]);
  const composer = app.nest.get(MailComposer);
  const mails = await Promise.all(rows.map(async (row) => ({ row, content: await composer.compose(row) })));
  return mails.flatMap(({ row: { id, kind }, content }) => (content ? [{ ...content, id, kind }] : []));
}

export async function kindsTo(app: TestApp, address: string): Promise<string[]> {
  return (await mailedTo(app, address)).map(({ kind }) => kind);
}

/** The token in the link of the newest mail to that address that has one. */
export async function tokenTo(app: TestApp, address: string): Promise<string> {
  const tokens = (await mailedTo(app, address)).flatMap(({ text }) => /#token=([\w-]{43})\b/.exec(text)?.[1] ?? []);
  const newest = tokens.at(-1);
  if (!newest) throw new Error(`no link was mailed to ${address}`);
  return newest;
}
