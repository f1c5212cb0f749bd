import { describe, expect, it } from '@jest/globals';
import { ROLES } from './roles.js';
import { mayChangeView, maySeeView } from './view-rules.js';

/** By role: whether it may see and change an own private view, an own shared one, a foreign private and a foreign shared one. */
const ANSWERS = {
  employee: ['--', '--', '--', '--'],
  agent: ['sc', 'sc', '--', 's-'],
  admin: ['sc', 'sc', '--', 'sc'],
};

describe('saved views', () => {
  it.each(ROLES)('are seen and changed by %s as the table says', (role) => {
    const actor = { id: 'me', role };
    const views = ['me', 'you'].flatMap((ownerId) => [false, true].map((shared) => ({ ownerId, shared })));
    const answers = views.map(
      (view) => `${maySeeView(actor, view) ? 's' : '-'}${mayChangeView(actor, view) ? 'c' : '-'}`,
    );
    expect(answers).toEqual(ANSWERS[role]);
  });
});
