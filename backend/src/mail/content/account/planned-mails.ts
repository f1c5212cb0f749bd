import type { ActivityKind, MailKind } from '@deskhand/shared';
import type { OneTimePurpose } from '../../../auth/accounts/one-time-token.entity.js';
import type { RecordedEvent } from '../../../platform/unit-of-work.js';
import type { AccountPerson } from './account-person.js';

/** What links in mails are good for. */
export type MailedPurpose = Exclude<OneTimePurpose, 'setup'>;

/** A mail that is to be written. */
export interface PlannedMail {
  readonly kind: MailKind;
  readonly address: string;
  /** What its link is good for, if it has one. */
  readonly link?: MailedPurpose;
  /** Of a changed address: which of the two is told. */
  readonly to?: 'old' | 'new';
  /** In which somebody signed in. */
  readonly sessionId?: unknown;
}

type Plan = (person: AccountPerson, event: RecordedEvent) => readonly PlannedMail[];

/** Who is told what of the life of an account. Whoever is disabled is told nothing. */
const PLANS: Partial<Record<ActivityKind, Plan>> = {
  'person.registered': (person) => (person.isConfirmed ? [] : [welcome(person)]),
  'person.registration_repeated': (person) => [registeredAgain(person)],
  'person.confirmation_requested': ({ email }) => [{ kind: 'confirmation', address: email, link: 'confirmation' }],
  'person.invited': (person) => [invitation(person)],
  'person.reset_requested': ({ email }) => [{ kind: 'password_reset', address: email, link: 'reset' }],
  'person.password_changed': ({ email }) => [{ kind: 'password_changed', address: email }],
  'person.address_change_requested': (person) => newAddress(person),
  'person.address_changed': ({ email, newEmail }) => [
    { kind: 'address_changed', address: email, to: 'old' },
    ...(newEmail === null ? [] : [{ kind: 'address_changed', address: newEmail, to: 'new' } as const]),
  ],
  'session.started': ({ email, wantsDeviceNews }, { payload }) =>
    wantsDeviceNews ? [{ kind: 'new_device', address: email, sessionId: payload.sessionId }] : [],
};

/** Whether anybody may be told of it; most sign-ins are on devices that are known. */
export function isTold({ kind, payload }: RecordedEvent): boolean {
  return kind in PLANS && (kind !== 'session.started' || payload.newDevice === true);
}

export function plannedMails(person: AccountPerson, event: RecordedEvent): readonly PlannedMail[] {
  if (person.isDisabled) return [];
  const mails = PLANS[event.kind]?.(person, event) ?? [];
  // An address that may be somebody else's gets links, which prove whose it is, and nothing more.
  return person.isUnproved
    ? mails.filter(({ address, link }) => link !== undefined || address !== person.email)
    : mails;
}

function welcome({ email }: AccountPerson): PlannedMail {
  return { kind: 'welcome', address: email, link: 'confirmation' };
}

function invitation({ email }: AccountPerson): PlannedMail {
  return { kind: 'invitation', address: email, link: 'invitation' };
}

/** The owner is told what he may do instead: come in by the invitation, confirm, or sign in. */
function registeredAgain(person: AccountPerson): PlannedMail {
  if (!person.hasPassword) return invitation(person);
  return person.isConfirmed ? { kind: 'welcome', address: person.email } : welcome(person);
}

/** Whoever has the address already gets no link. */
function newAddress({ newEmail, isNewEmailTaken }: AccountPerson): PlannedMail[] {
  if (newEmail === null) return [];
  return [{ kind: 'confirmation', address: newEmail, ...(isNewEmailTaken ? {} : { link: 'address' as const }) }];
}
