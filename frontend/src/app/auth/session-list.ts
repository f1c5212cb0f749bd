import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';

/** One place where the person is signed in: a browser, or a program with a token of the API. */
export type SessionEntry = components['schemas']['SessionDto'];

/** The own sessions, shared by the parts of the account page, for changing the password ends the others. */
@Service({ autoProvided: false })
export class SessionList {
  readonly all = httpResource<components['schemas']['SessionListDto']>(() => '/api/v1/auth/sessions');
}
