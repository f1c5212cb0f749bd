import type { FieldTree, TreeValidationResult, ValidationError } from '@angular/forms/signals';
import { asProblem, type ProblemCode } from './problem';

/**
 * Runs the request of a form. Where it fails, the server's words go next to the fields that it names, and whatever
 * concerns no field of this form is said of the form as a whole. Some refusals are about one field by their nature,
 * such as an address that is taken: `fieldByCode` says which.
 */
export async function sendForm(
  fields: FieldTree<unknown>,
  send: () => Promise<unknown>,
  fieldByCode: Partial<Record<ProblemCode, string>> = {},
): Promise<TreeValidationResult> {
  try {
    await send();
    return undefined;
  } catch (error) {
    const problem = asProblem(error);
    const named = problem.facts.errors.map(({ pointer, code, detail }) =>
      fieldError(fields, pointer.replace(/^\//, ''), code, detail),
    );
    if (named.length > 0) return named;
    return fieldError(fields, fieldByCode[problem.code] ?? '', problem.code, problem.words);
  }
}

/** Forms are as flat as the bodies they send, so a field is named by one word. */
function fieldError(
  fields: FieldTree<unknown>,
  name: string,
  kind: string,
  message: string,
): ValidationError.WithOptionalFieldTree {
  const children = fields as unknown as Readonly<Record<string, FieldTree<unknown> | undefined>>;
  const field = children[name];
  return field ? { kind, message, fieldTree: field } : { kind, message };
}
