import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MailKind } from '@deskhand/shared';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { sameSecret } from '../../platform/ids.js';

/** Which mail a secret belongs to. */
interface Owner {
  readonly kind: MailKind;
  readonly id: string;
}

/**
 * The secrets of the links in mails. They are derived when they are needed, so that the database holds none: whoever reads
 * it cannot follow anybody's link.
 */
@Injectable()
export class MailSecrets {
  private readonly key: Buffer;

  constructor({ jwtSecret }: InstallationKeys) {
    this.key = createHmac('sha256', jwtSecret).update('links in mails').digest();
  }

  /** 43 characters of base64url, the same whenever they are asked for. */
  of({ kind, id }: Owner): string {
    return createHmac('sha256', this.key).update(`${kind}:${id}`).digest('base64url');
  }

  isOf(owner: Owner, secret: string): boolean {
    return sameSecret(this.of(owner), secret);
  }
}
