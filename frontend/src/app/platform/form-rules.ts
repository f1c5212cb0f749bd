import { type SchemaPath, validate } from '@angular/forms/signals';

/** Says so instead of cutting: the browser's own `maxlength` would drop the end of what is pasted. */
export function atMost(path: SchemaPath<string>, max: number): void {
  validate(path, ({ value }) =>
    value().length > max
      ? { kind: 'too_long', message: $localize`Shorten this to ${max}:count: characters.` }
      : undefined,
  );
}
