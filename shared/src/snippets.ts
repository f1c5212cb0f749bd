import { roleMay } from './permissions.js';
import type { ActorFacts } from './ticket-rules.js';

/** What a snippet may leave open, written as `{{requester.name}}`; it is filled in when the snippet is inserted. */
export const SNIPPET_VARIABLES = [
  'requester.name',
  'requester.firstName',
  'ticket.number',
  'ticket.subject',
  'ticket.link',
  'me.name',
  'organisation.name',
] as const;
export type SnippetVariable = (typeof SNIPPET_VARIABLES)[number];

const VARIABLE = /\{\{\s*([^{}\n]*?)\s*\}\}/g;

/** What stands in braces like a variable and is none, each once: most likely a slip. */
export function unknownVariablesIn(text: string): string[] {
  const named = [...text.matchAll(VARIABLE)].map(([, name = '']) => name);
  return [...new Set(named.filter((name) => !isVariable(name)))];
}

/** The text with its variables filled in; what is none stays as it was written. */
export function fillSnippet(text: string, values: Readonly<Record<SnippetVariable, string>>): string {
  return text.replaceAll(VARIABLE, (written, name: string) => (isVariable(name) ? values[name] : written));
}

function isVariable(name: string): name is SnippetVariable {
  return SNIPPET_VARIABLES.some((variable) => variable === name);
}

/** What the rules need to know of a snippet. Snippets are for staff; a shared one stays when its author is gone. */
export interface SnippetFacts {
  readonly ownerId: string;
  readonly shared: boolean;
}

/** A snippet that is not shared exists for its owner alone. */
export function maySeeSnippet(actor: ActorFacts, snippet: SnippetFacts): boolean {
  return roleMay(actor.role, 'snippet.keep') && (snippet.shared || snippet.ownerId === actor.id);
}

/** What all staff send in the organisation's name is for admins to say; everybody's own is his to change. */
export function mayChangeSnippet(actor: ActorFacts, snippet: SnippetFacts): boolean {
  if (!maySeeSnippet(actor, snippet)) return false;
  return snippet.shared ? roleMay(actor.role, 'snippet.share') : snippet.ownerId === actor.id;
}
