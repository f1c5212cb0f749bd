import { type Priority, PRIORITIES, type Role, ROLES, STATUS_CODES } from '@deskhand/shared';
import { priorityLabel } from '../../ui/priority-label';
import { roleLabel } from '../../ui/role-label';
import { statusLabel } from '../../ui/status-label';
import type { TrailEntry } from './trail-api';

type Payload = TrailEntry['payload'];

/** What is not there, or of another kind, is told as this: an entry may be older than these words. */
const UNKNOWN = '…';

export function textIn(payload: Payload, key: string): string {
  const value = payload[key];
  return typeof value === 'string' ? value : UNKNOWN;
}

export function numberIn(payload: Payload, key: string): number {
  const value = payload[key];
  return typeof value === 'number' ? value : 0;
}

export function listIn(payload: Payload, key: string): string[] {
  const value: unknown = payload[key];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A person or a category that the server gave the name of; null for nobody. */
export function namedIn(payload: Payload, key: string): { readonly id: string; readonly name: string } | null {
  const value: unknown = payload[key];
  if (typeof value !== 'object' || value === null || !('id' in value) || !('name' in value)) return null;
  return typeof value.id === 'string' && typeof value.name === 'string' ? { id: value.id, name: value.name } : null;
}

export function roleIn(payload: Payload, key: string): Role | null {
  return ROLES.find((role) => role === payload[key]) ?? null;
}

export function roleWordsIn(payload: Payload, key: string): string {
  const role = roleIn(payload, key);
  return role ? roleLabel(role) : UNKNOWN;
}

export function statusWordsIn(payload: Payload, key: string): string {
  const status = STATUS_CODES.find((code) => code === payload[key]);
  return status ? statusLabel(status, 'staff') : UNKNOWN;
}

export function statusListIn(payload: Payload, key: string): string {
  return listIn(payload, key)
    .map((code) => statusWordsIn({ code }, 'code'))
    .join(', ');
}

export function priorityWordsIn(payload: Payload, key: string): string {
  const priority: Priority | undefined = PRIORITIES.find((code) => code === payload[key]);
  return priority ? priorityLabel(priority) : UNKNOWN;
}
