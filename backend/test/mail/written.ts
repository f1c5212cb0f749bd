import type { MailChoice } from '@deskhand/shared';
import { MailComposer } from '../../src/mail/content/mail-composer.js';
import type { MailContent } from '../../src/mail/content/mail-content.js';
import type { ClaimedMail } from '../../src/mail/queue/mail-queue.js';
import type { TestApp } from '../app/app.js';

/** A mail as it waits. */
export interface WrittenMail extends ClaimedMail {
  readonly news: readonly {
    readonly kind: string;
    readonly activityId: string | null;
    readonly choice: MailChoice | null;
  }[];
}

/** The mails about tickets that wait, to one address or to all, the oldest first. */
export function writtenMails(app: TestApp, address: string | null = null): Promise<WrittenMail[]> {
  return app.dataSource.query(
    `SELECT * FROM mails WHERE kind = 'ticket' AND ($1::text IS NULL OR address = $1) ORDER BY created_at, id`,
    [address],
  );
}

export async function forgetMails(app: TestApp): Promise<void> {
  await app.dataSource.query('DELETE FROM mails');
}

/** What a mail says if it is sent now; null where there is nothing to tell any more. */
export function contentOf(app: TestApp, mail: ClaimedMail): Promise<MailContent | null> {
  return app.nest.get(MailComposer).compose(mail);
}

/** What the only mail to that address says. */
export async function theMailTo(app: TestApp, { email }: { email: string }): Promise<MailContent> {
  const mails = await writtenMails(app, email);
  if (mails.length !== 1) throw new Error(`${mails.length} mails wait for ${email}`);
  const content = await contentOf(app, mails[0]!);
  if (!content) throw new Error('it has nothing to tell');
  return content;
}
