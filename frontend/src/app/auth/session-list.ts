import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';

/** One place where the person is signed in: a browser, or a program with a token of the API. */
export interface SessionEntry {
  readonly id: string;
  readonly current: boolean;
  readonly kind: 'browser' | 'api';
  readonly userAgent: string | null;
  readonly ip: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

/** The own sessions, shared by the parts of the account page, for changing the password ends the others. */
@Service({ autoProvided: false })
export class SessionList {
  readonly all = httpResource<{ items: readonly SessionEntry[] }>(() => '/api/v1/auth/sessions');
}
