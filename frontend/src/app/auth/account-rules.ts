import { email, required, type SchemaPath, validate } from '@angular/forms/signals';
import { LIMITS } from '@deskhand/shared';
import { atMost } from '../platform/form-rules';

/** The rules of the account's fields, in words that say what to do. The server decides; these save a round trip. */
export function nameRules(path: SchemaPath<string>): void {
  required(path, { message: $localize`Enter your name, as your colleagues know it.` });
  atMost(path, LIMITS.name.max);
}

export function emailRules(path: SchemaPath<string>): void {
  required(path, { message: $localize`Enter your mail address.` });
  email(path, { message: $localize`Enter a mail address such as anna@example.com.` });
  atMost(path, LIMITS.email.max);
}

export function newPasswordRules(path: SchemaPath<string>): void {
  const { min, maxBytes } = LIMITS.password;
  required(path, { message: $localize`Choose a password.` });
  validate(path, ({ value }) => {
    const password = value();
    if (password === '') return undefined;
    if (password.length < min) {
      return { kind: 'too_short', message: $localize`Use at least ${min}:count: characters.` };
    }
    if (new TextEncoder().encode(password).length > maxBytes) {
      return { kind: 'too_long', message: $localize`This is too long: ${maxBytes}:count: bytes are the limit.` };
    }
    return undefined;
  });
}
