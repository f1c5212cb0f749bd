import type { ActivityKind } from '@deskhand/shared';
import { fieldsIn } from './field-words';
import type { KindWords, Told } from './kind-words';
import { listIn, numberIn, roleIn, roleWordsIn, textIn } from './payload';

type PeopleKind = Extract<ActivityKind, `${'person' | 'session' | 'sign_in'}.${string}`>;

/** Of people, their accounts and where they are signed in. */
export const PEOPLE_KINDS: Readonly<Record<PeopleKind, KindWords>> = {
  'person.imported': {
    label: $localize`Account made by an import`,
    say: ({ who, what }) => $localize`${who}:name: imported an account for ${what}:person:`,
  },
  'person.invited': {
    label: $localize`Invited`,
    say: ({ who, what, entry }) =>
      roleIn(entry.payload, 'role')
        ? $localize`${who}:name: invited ${what}:person: as ${roleWordsIn(entry.payload, 'role')}:role:`
        : $localize`${who}:name: invited ${what}:person:`,
  },
  'person.invitation_accepted': {
    label: $localize`Invitation accepted`,
    say: ({ what }) => $localize`${what}:person: accepted the invitation`,
  },
  'person.registered': {
    label: $localize`Registered`,
    say: ({ what }) => $localize`${what}:person: registered`,
  },
  'person.registration_repeated': {
    label: $localize`Registered again`,
    say: ({ what }) => $localize`Somebody tried to register with the address of ${what}:person:`,
  },
  'person.confirmation_requested': {
    label: $localize`Confirmation asked for`,
    say: ({ what }) => $localize`${what}:person: asked again for the link that confirms the address`,
  },
  'person.address_confirmed': {
    label: $localize`Address confirmed`,
    say: ({ what }) => $localize`${what}:person: confirmed the mail address`,
  },
  'person.address_change_requested': {
    label: $localize`New address asked for`,
    say: ({ what }) => $localize`${what}:person: wants another mail address`,
  },
  'person.address_change_withdrawn': {
    label: $localize`New address given up`,
    say: ({ what }) => $localize`${what}:person: keeps the mail address`,
  },
  'person.address_changed': {
    label: $localize`Address changed`,
    say: ({ what }) => $localize`${what}:person: changed the mail address`,
  },
  'person.reset_requested': {
    label: $localize`Password forgotten`,
    say: ({ what }) => $localize`Somebody asked for a link that sets a new password for ${what}:person:`,
  },
  'person.erased': {
    label: $localize`Person erased`,
    say: ({ who }) => $localize`${who}:name: erased a person`,
  },
  'person.role_changed': { label: $localize`Role changed`, say: roleChanged },
  'person.disabled': {
    label: $localize`Account disabled`,
    say: ({ who, what }) => $localize`${who}:name: disabled the account of ${what}:person:`,
  },
  'person.enabled': {
    label: $localize`Account enabled`,
    say: ({ who, what }) => $localize`${who}:name: enabled the account of ${what}:person: again`,
  },
  'person.profile_changed': {
    label: $localize`Profile changed`,
    say: ({ who, what, entry }) =>
      isAboutOneself(entry)
        ? $localize`${who}:name: changed their own profile (${fieldsIn(entry)}:fields:)`
        : $localize`${who}:name: changed the profile of ${what}:person: (${fieldsIn(entry)}:fields:)`,
  },
  'person.password_changed': {
    label: $localize`Password changed`,
    say: ({ what, entry }) =>
      entry.payload['by'] === 'reset_link'
        ? $localize`${what}:person: chose a new password by a link`
        : $localize`${what}:person: changed the password`,
  },
  'person.reset_link_made': {
    label: $localize`Password link made`,
    say: ({ who, what }) => $localize`${who}:name: made a link by which ${what}:person: chooses a new password`,
  },
  'session.started': {
    label: $localize`Signed in`,
    say: ({ what, entry: { payload } }) =>
      payload['kind'] === 'api'
        ? $localize`${what}:person: signed in by the API from ${textIn(payload, 'ip')}:address:`
        : $localize`${what}:person: signed in from ${textIn(payload, 'ip')}:address:`,
  },
  'session.ended': { label: $localize`Signed out`, say: sessionsEnded },
  'session.token_reused': {
    label: $localize`Stolen session ended`,
    say: ({ what }) =>
      $localize`A session of ${what}:person: was ended: its token was used twice, so somebody may have copied it`,
  },
  'sign_in.refused': { label: $localize`Sign-in refused`, say: refused },
};

function roleChanged({ who, what, entry: { payload } }: Told): string {
  switch (roleIn(payload, 'to')) {
    case 'admin':
      return $localize`${who}:name: made ${what}:person: an admin`;
    case 'agent':
      return $localize`${who}:name: made ${what}:person: an agent`;
    case 'employee':
      return $localize`${who}:name: made ${what}:person: an employee`;
    case null:
      return $localize`${who}:name: changed the role of ${what}:person:`;
  }
}

function sessionsEnded({ who, what, entry: { payload } }: Told): string {
  const count = Math.max(1, listIn(payload, 'sessionIds').length);
  switch (payload['reason']) {
    case 'signed_out':
      return $localize`${what}:person: signed out`;
    case 'ended_by_owner':
      return count === 1
        ? $localize`${what}:person: signed out elsewhere`
        : $localize`${what}:person: signed out elsewhere, in ${count}:count: places`;
    case 'password_changed':
      return $localize`${what}:person: was signed out, for the password was changed`;
    case 'erased':
      return $localize`${what}:person: was signed out, for the account was erased`;
    case 'disabled':
      return $localize`${what}:person: was signed out, for ${who}:name: disabled the account`;
    default:
      return $localize`${what}:person: was signed out for safety`;
  }
}

function refused({ entry: { payload, subject } }: Told): string {
  const [count, address] = [numberIn(payload, 'count'), textIn(payload, 'address')];
  if (subject.type !== 'person') {
    return count === 1
      ? $localize`A sign-in for an unknown account was refused from ${address}:address:`
      : $localize`Sign-in refused ${count}:count: times for an unknown account from ${address}:address:`;
  }
  const name = subject.name ?? $localize`somebody who is gone`;
  return count === 1
    ? $localize`Sign-in refused once for ${name}:person: from ${address}:address:`
    : $localize`Sign-in refused ${count}:count: times for ${name}:person: from ${address}:address:`;
}

function isAboutOneself({ actor, subject }: Told['entry']): boolean {
  return actor?.id === subject.id;
}
