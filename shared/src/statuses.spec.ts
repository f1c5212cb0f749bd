import { describe, expect, it } from '@jest/globals';
import {
  isFinal,
  type Mover,
  phaseOf,
  STATUS_CODES,
  type StatusCode,
  statusNeeds,
  STATUSES,
  TRANSITIONS,
} from './index.js';

const OPEN = ['submitted', 'in_progress', 'waiting_requester', 'on_hold'] as const;

/** The product's table of transitions, written down a second time: from, to, who. */
const TABLE: readonly (readonly [StatusCode, readonly StatusCode[], readonly Mover[]])[] = [
  ['submitted', ['in_progress', 'waiting_requester', 'on_hold', 'resolved'], ['staff']],
  ['in_progress', ['waiting_requester', 'on_hold', 'resolved'], ['staff']],
  ['waiting_requester', ['in_progress', 'on_hold', 'resolved'], ['staff']],
  ['on_hold', ['in_progress', 'waiting_requester', 'resolved'], ['staff']],
  ...OPEN.map((from) => [from, ['cancelled'], ['requester', 'staff']] as const),
  ['resolved', ['in_progress'], ['requester', 'staff']],
  ['resolved', ['closed'], ['requester', 'staff', 'timer']],
];

function moversInTable(from: StatusCode, to: StatusCode): Mover[] {
  return TABLE.filter(([start, ends]) => start === from && ends.includes(to)).flatMap(([, , by]) => [...by]);
}

function moversInData(from: StatusCode, to: StatusCode): Mover[] {
  return TRANSITIONS.filter((transition) => transition.from === from && transition.to === to).flatMap(({ by }) => [
    ...by,
  ]);
}

describe('The statuses', () => {
  it('are the seven of the product, each in its phase and with the words that a requester reads', () => {
    expect(STATUSES.map(({ code, phase, label }) => `${code} | ${phase} | ${label}`)).toEqual([
      'submitted | new | Submitted',
      'in_progress | active | In progress',
      'waiting_requester | waiting | Waiting for you',
      'on_hold | waiting | On hold',
      'resolved | done | Resolved',
      'closed | done | Closed',
      'cancelled | done | Cancelled',
    ]);
  });

  it('are listed once each, in the order of their codes', () => {
    expect(STATUSES.map(({ code }) => code)).toEqual([...STATUS_CODES]);
  });

  it.each(STATUSES.map(({ code, phase }) => [code, phase] as const))('%s has the phase %s', (code, phase) => {
    expect(phaseOf(code)).toBe(phase);
  });

  it('ask for a reply when waiting for the requester and for a reason when on hold, and for nothing else', () => {
    const needs = STATUS_CODES.map((status) => [status, statusNeeds(status)]).filter(([, need]) => need !== null);
    expect(needs).toEqual([
      ['waiting_requester', 'comment'],
      ['on_hold', 'reason'],
    ]);
  });

  it('are final when closed or cancelled', () => {
    expect(STATUS_CODES.filter(isFinal)).toEqual(['closed', 'cancelled']);
  });
});

describe('The transitions', () => {
  const pairs = STATUS_CODES.flatMap((from) => STATUS_CODES.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s are made by whom the table names', (from, to) => {
    expect(moversInData(from, to).sort()).toEqual(moversInTable(from, to).sort());
  });

  it('name every pair once', () => {
    const named = TRANSITIONS.map(({ from, to }) => `${from} → ${to}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it('never enter submitted again and never leave a final status', () => {
    expect(TRANSITIONS.filter(({ from, to }) => to === 'submitted' || isFinal(from))).toEqual([]);
  });
});
