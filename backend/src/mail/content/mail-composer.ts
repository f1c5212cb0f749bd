import { Injectable } from '@nestjs/common';
import type { MailKind } from '@deskhand/shared';
import type { ClaimedMail } from '../queue/mail-queue.js';
import type { MailContent } from './mail-content.js';

/**
 * Says what a mail says now; null where there is nothing to tell any more. It is asked at every attempt, so that what the
 * recipient may see is looked at again, and gives the same for the same state of things: attempts send the same bytes.
 */
export type Compose = (mail: ClaimedMail) => Promise<MailContent | null>;

/** Knows who composes which kind of mail: the rooms of `content/` say so when they are made. */
@Injectable()
export class MailComposer {
  private readonly rooms = new Map<MailKind, Compose>();

  composeWith(kinds: readonly MailKind[], compose: Compose): void {
    for (const kind of kinds) this.rooms.set(kind, compose);
  }

  async compose(mail: ClaimedMail): Promise<MailContent | null> {
    const compose = this.rooms.get(mail.kind);
    if (!compose) throw new Error(`nobody composes mails of the kind ${mail.kind}`);
    return compose(mail);
  }
}
