import type { MailKind } from '@deskhand/shared';
import type { DomainEvent } from '../../platform/unit-of-work.js';

/** An admin has a mail sent again that had come to its end. */
export const mailRetried = (installationId: string, mail: { mailId: string; kind: MailKind }): DomainEvent => ({
  kind: 'mail.retried',
  subject: { type: 'installation', id: installationId },
  public: false,
  payload: { mailId: mail.mailId, kind: mail.kind },
});
