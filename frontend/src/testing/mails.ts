import type { components } from '@deskhand/shared/api';

type Schemas = components['schemas'];

/** A mail that told Emma of a reply. */
export function aMail(facts: Partial<Schemas['MailDto']> = {}): Schemas['MailDto'] {
  return {
    id: '0192f0c1-0000-7000-8000-0000000000f1',
    kind: 'ticket',
    state: 'sent',
    address: 'emma@example.com',
    recipient: { id: '0192f0c1-0000-7000-8000-000000000002', name: 'Emma Thompson' },
    ticket: { id: '0192f0c1-0000-7000-8000-0000000000a1', number: 1042, subject: 'Printer jams' },
    subject: '[#1042] Printer jams',
    attempts: 1,
    createdAt: '2026-11-20T08:30:00.000Z',
    nextAttemptAt: null,
    endedAt: '2026-11-20T08:32:01.000Z',
    lastAnswer: '250 Accepted',
    ...facts,
  };
}

/** The same with all that is known of it. */
export function aMailInFull(facts: Partial<Schemas['MailDetailDto']> = {}): Schemas['MailDetailDto'] {
  return {
    ...aMail(),
    messageId: '<0192f0c1-0000-7000-8000-0000000000f1@tickets.example.org>',
    text: 'Liam Novak answered:\n\nPlease try again.',
    html: '<html><head><title>x</title></head><body><p>Please try <a href="https://x.test">again</a>.</p></body></html>',
    deliveries: [{ attempt: 1, at: '2026-11-20T08:32:01.000Z', delivered: true, answer: '250 Accepted' }],
    ...facts,
  };
}
