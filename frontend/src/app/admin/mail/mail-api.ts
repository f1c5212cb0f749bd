import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';

export type Mail = components['schemas']['MailDto'];
export type MailPageOf = components['schemas']['MailPageDto'];
/** With what was sent, and what came of each attempt. */
export type MailDetail = components['schemas']['MailDetailDto'];

export const MAIL_URL = '/api/v1/mail';

export function mailUrl(id: string): string {
  return `${MAIL_URL}/${encodeURIComponent(id)}`;
}

@Service()
export class MailApi {
  private readonly http = inject(HttpClient);

  /** Back into the queue, to be sent as soon as possible. @throws Problem */
  retry(id: string): Promise<MailDetail> {
    return firstValueFrom(this.http.post<MailDetail>(`${mailUrl(id)}/retry`, null));
  }
}

/** Whether an admin may have it sent again: the others are on their way, arrived, or not needed. */
export function isRetryable({ state }: Pick<Mail, 'state'>): boolean {
  return state === 'failed' || state === 'dead';
}
