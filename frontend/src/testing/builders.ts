import { DEFAULT_COLUMNS, permissionsOf } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import type { Me } from '../app/platform/session';

/** Somebody who is signed in; an agent unless a test says otherwise. */
export function aMe(facts: Partial<Me> = {}): Me {
  const role = facts.role ?? 'agent';
  return {
    id: '0192f0c1-0000-7000-8000-000000000001',
    name: 'Liam Novak',
    email: 'liam@example.com',
    role,
    permissions: permissionsOf(role),
    phone: null,
    place: null,
    language: 'en',
    timeZone: 'Europe/Berlin',
    emailConfirmed: true,
    newEmail: null,
    preferences: { shortcuts: true, density: 'compact', columns: [...DEFAULT_COLUMNS], preview: false },
    createdAt: '2026-01-05T08:00:00.000Z',
    ...facts,
  };
}

/** Somebody in the list of people. */
export function aPerson(facts: Partial<components['schemas']['PersonDto']> = {}): components['schemas']['PersonDto'] {
  return {
    id: '0192f0c1-0000-7000-8000-000000000002',
    name: 'Emma Thompson',
    email: 'emma@example.com',
    role: 'employee',
    phone: null,
    place: null,
    disabled: false,
    invited: false,
    erased: false,
    createdAt: '2026-01-05T08:00:00.000Z',
    lastSeenAt: null,
    ...facts,
  };
}

/** A view that Liam keeps for himself. */
export function aView(facts: Partial<components['schemas']['ViewDto']> = {}): components['schemas']['ViewDto'] {
  return {
    id: '0192f0c1-0000-7000-8000-0000000000b1',
    name: 'Urgent hardware',
    shared: false,
    owner: { id: '0192f0c1-0000-7000-8000-000000000001', name: 'Liam Novak' },
    mine: true,
    filters: { priority: ['urgent'] },
    sort: '-updatedAt',
    columns: ['number', 'subject', 'updatedAt'],
    createdAt: '2026-01-05T08:00:00.000Z',
    updatedAt: '2026-01-05T08:00:00.000Z',
    ...facts,
  };
}
