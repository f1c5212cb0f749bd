import { describe, expect, it } from '@jest/globals';
import { fillSnippet, mayChangeSnippet, maySeeSnippet, ROLES, SNIPPET_VARIABLES, unknownVariablesIn } from './index.js';

/** By role: whether it may see and change an own private snippet, an own shared one, a foreign private and a foreign shared one. */
const ANSWERS = {
  employee: ['--', '--', '--', '--'],
  agent: ['sc', 's-', '--', 's-'],
  admin: ['sc', 'sc', '--', 'sc'],
};

const VALUES = {
  'requester.name': 'Emma Thompson',
  'requester.firstName': 'Emma',
  'ticket.number': '1042',
  'ticket.subject': 'Printer $& jams',
  'ticket.link': 'https://help.example.org/tickets/1',
  'me.name': 'Liam Novak',
  'organisation.name': 'Deskhand',
};

describe('snippets', () => {
  it.each(ROLES)('are seen and changed by %s as the table says', (role) => {
    const actor = { id: 'me', role };
    const snippets = ['me', 'you'].flatMap((ownerId) => [false, true].map((shared) => ({ ownerId, shared })));
    const answers = snippets.map(
      (snippet) => `${maySeeSnippet(actor, snippet) ? 's' : '-'}${mayChangeSnippet(actor, snippet) ? 'c' : '-'}`,
    );
    expect(answers).toEqual(ANSWERS[role]);
  });

  it('are filled in with what their variables mean, word by word', () => {
    const text =
      'Hello {{requester.firstName}}, about #{{ ticket.number }} “{{ticket.subject}}”:\n{{me.name}} {{me.name}}';
    expect(fillSnippet(text, VALUES)).toBe('Hello Emma, about #1042 “Printer $& jams”:\nLiam Novak Liam Novak');
    const all = SNIPPET_VARIABLES.map((name) => `{{${name}}}`).join('\n');
    expect(fillSnippet(all, VALUES).split('\n')).toEqual(SNIPPET_VARIABLES.map((name) => VALUES[name]));
  });

  it('fill in a value once: what it holds is no variable any more', () => {
    expect(fillSnippet('{{ticket.subject}}', { ...VALUES, 'ticket.subject': '{{me.name}}' })).toBe('{{me.name}}');
  });

  it('leave what is no variable, and name it', () => {
    const text = '{{requester.nme}} {name} {{}} {{requester.nme}} {{me.name}}';
    expect(fillSnippet(text, VALUES)).toBe('{{requester.nme}} {name} {{}} {{requester.nme}} Liam Novak');
    expect(unknownVariablesIn(text)).toEqual(['requester.nme', '']);
    expect(unknownVariablesIn('{{constructor}} {{toString}}')).toEqual(['constructor', 'toString']);
  });
});
