import { ACTIVITY_KINDS, type ActivityKind } from '@deskhand/shared';
import { describe, expect, it } from '@jest/globals';
import { KIND_GROUPS } from './kind-groups';
import { KIND_WORDS, sentenceOf } from './kind-words';
import type { TrailEntry } from './trail-api';
import { anEntry } from '../../../testing/trail';

const NORA = { id: 'nora', name: 'Nora' };
const ADAM = { type: 'person', id: 'adam', number: null, name: 'Adam Reed' } as const;

function sentence(kind: ActivityKind, facts: Partial<TrailEntry> = {}): string {
  return sentenceOf(anEntry({ kind, actor: NORA, ...facts }));
}

describe('the words of the trail', () => {
  it.each(ACTIVITY_KINDS)('tell %s, with whatever or nothing in its payload, and belong to one group', (kind) => {
    const said = [sentence(kind, { payload: {} }), sentence(kind, { actor: null, subject: { ...ADAM, name: null } })];
    for (const words of [...said, KIND_WORDS[kind].label]) {
      expect(words.trim()).not.toBe('');
      expect(words).not.toMatch(/undefined|null|\[object|\$localize|:\w+:/);
    }
    expect(KIND_GROUPS.filter(({ kinds }) => kinds.includes(kind))).toHaveLength(1);
  });

  it('have no two kinds of one name', () => {
    const labels = ACTIVITY_KINDS.map((kind) => KIND_WORDS[kind].label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each<[string, ActivityKind, Partial<TrailEntry>]>([
    [
      'Nora made Adam Reed an agent',
      'person.role_changed',
      { subject: ADAM, payload: { from: 'employee', to: 'agent' } },
    ],
    [
      'Sign-in refused 12 times for Adam Reed from 10.0.0.4',
      'sign_in.refused',
      { actor: null, subject: ADAM, payload: { address: '10.0.0.4', count: 12 } },
    ],
    [
      'Nora moved #1042 from “In progress” to “On hold”',
      'ticket.status_changed',
      { payload: { from: 'in_progress', to: 'on_hold' } },
    ],
    [
      'Deskhand closed #1042, since nobody came back to it after it was resolved',
      'ticket.status_changed',
      { actor: null, payload: { from: 'resolved', to: 'closed', automatic: true } },
    ],
    ['Nora took #1042', 'ticket.assigned', { payload: { from: null, to: NORA } }],
    [
      'Nora assigned #1042 to Adam Reed',
      'ticket.assigned',
      { payload: { from: null, to: { id: 'adam', name: 'Adam Reed' } } },
    ],
    ['Nora wrote an internal note on #1042', 'comment.added', { payload: { internal: true } }],
    [
      'Nora changed settings (days until closing, logo)',
      'settings.changed',
      { payload: { fields: ['closingDays', 'logo'] } },
    ],
    [
      'Nora undid the last change of #1042 (status)',
      'ticket.change_undone',
      { payload: { fields: ['status', 'resolvedAt'] } },
    ],
    [
      'Nora saved a view of their own',
      'view.created',
      { subject: { type: 'view', id: 'v', number: null, name: null }, payload: { shared: false } },
    ],
  ])('say %j', (words, kind, facts) => {
    expect(sentence(kind, facts)).toBe(words);
  });
});
