import type { FieldProblem, ProblemCode, ProblemFacts } from './problem';

/** The sentences of the server are English. To everybody else a problem is told by its code. */
const WORDS: Partial<Record<ProblemCode, string>> = {
  cross_site: $localize`This request came from another site. Load the page again, then try once more.`,
  not_signed_in: $localize`Your session has ended. Sign in again; what you typed is kept.`,
  session_ended: $localize`Your session has ended. Sign in again; what you typed is kept.`,
  wrong_credentials: $localize`Mail address and password do not fit together.`,
  not_allowed: $localize`You may not do this.`,
  unconfirmed: $localize`Confirm your mail address first: open the link that we mailed to you.`,
  registration_closed: $localize`Accounts are made by invitation here. Ask an administrator for one.`,
  invalid_body: $localize`Some fields need your attention.`,
  invalid_token: $localize`This link is not valid any more. Ask for a new one.`,
  not_found: $localize`There is nothing like this, or you may not see it.`,
  out_of_date: $localize`Somebody else changed this in the meantime. Look at how it is now, then try again.`,
  conflict: $localize`This is not possible as things are now. Look at how it is now, then try again.`,
  key_reused: $localize`This was sent a moment ago and is still being worked on. Look whether it has arrived before you send it again.`,
  still_running: $localize`This was sent a moment ago and is still being worked on. Look whether it has arrived before you send it again.`,
  email_taken: $localize`There is an account with this mail address already.`,
  already_set_up: $localize`This installation has an administrator already. Sign in, or ask there.`,
  last_admin: $localize`This is the last active administrator. Make somebody else one first.`,
  too_large: $localize`This is too large.`,
  unsupported_media_type: $localize`A file of this kind is not taken.`,
  too_many_requests: $localize`That was too often. Wait a little, then try again.`,
  unavailable: $localize`The server does not answer just now. Try again in a few seconds; what you typed is kept.`,
};

/** What is wrong with one field, by the rule that it breaks. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  isEmail: $localize`Enter a mail address, such as emma@example.org.`,
  taken: $localize`This name is taken already. Choose another one.`,
  same: $localize`This is what you have already.`,
  wrong: $localize`This is not your present password.`,
  common: $localize`Too many people use this password. Choose another one.`,
  personal: $localize`Leave your name and your mail address out of the password.`,
  foreign_domain: $localize`Use a mail address of a domain that may register here.`,
  not_assignable: $localize`Choose an active agent or administrator.`,
  needed: $localize`This must be filled in.`,
  missing: $localize`This must be filled in.`,
  too_short: $localize`This is too short.`,
  isLength: $localize`This is too short or too long.`,
  maxLength: $localize`This is too short or too long.`,
  too_long: $localize`This is too short or too long.`,
  matches: $localize`There are signs in this that cannot be kept.`,
  control_character: $localize`There are signs in this that cannot be kept.`,
  isInt: $localize`Enter a whole number within the limits.`,
  min: $localize`Enter a whole number within the limits.`,
  max: $localize`Enter a whole number within the limits.`,
  isFqdn: $localize`Enter domains as they stand after the @, such as example.org.`,
  too_many: $localize`There are too many already. Remove one first.`,
  requester: $localize`Whoever the ticket is for follows it already.`,
  unknown: $localize`This is not there any more. Choose again.`,
};

function wordsOf({ code, status }: ProblemFacts): string {
  const words = WORDS[code];
  if (words !== undefined) return words;
  return status >= 500
    ? $localize`Something went wrong on our side. Nothing was changed.`
    : $localize`The server did not understand this. Load the page again, then try once more.`;
}

function fieldWordsOf({ code }: FieldProblem): string {
  return FIELD_WORDS[code] ?? $localize`This value is not accepted.`;
}

/** The same problem, told in the language of the page. */
export function inReadersWords(facts: ProblemFacts): ProblemFacts {
  const errors = facts.errors.map((error) => ({ ...error, detail: fieldWordsOf(error) }));
  return { ...facts, detail: wordsOf(facts), errors };
}
