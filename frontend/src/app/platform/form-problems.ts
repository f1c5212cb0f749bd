import type { FieldTree, TreeValidationResult, ValidationError } from '@angular/forms/signals';
import { asProblem, type FieldProblem } from './problem';

/**
 * Runs the request of a form. Where it fails, the server's words go next to the fields that it names, and whatever
 * concerns no field of this form is said of the form as a whole.
 */
export async function sendForm(
  fields: FieldTree<unknown>,
  send: () => Promise<unknown>,
): Promise<TreeValidationResult> {
  try {
    await send();
    return undefined;
  } catch (error) {
    const problem = asProblem(error);
    const named = problem.facts.errors.map((entry) => fieldErrorFrom(fields, entry));
    return named.length > 0 ? named : [{ kind: problem.code, message: problem.words }];
  }
}

function fieldErrorFrom(fields: FieldTree<unknown>, entry: FieldProblem): ValidationError.WithOptionalFieldTree {
  const field = fieldAt(fields, entry.pointer);
  return field
    ? { kind: entry.code, message: entry.detail, fieldTree: field }
    : { kind: entry.code, message: entry.detail };
}

/** Forms are as flat as the bodies they send, so a pointer is one name. */
function fieldAt(fields: FieldTree<unknown>, pointer: string): FieldTree<unknown> | undefined {
  const children = fields as unknown as Readonly<Record<string, FieldTree<unknown> | undefined>>;
  return children[pointer.replace(/^\//, '')];
}
