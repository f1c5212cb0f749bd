import type { NodemailerError } from 'nodemailer';
import type { Outcome } from '../queue/mail-queue.js';

/** Longest answer of a server that is kept. */
const LONGEST_ANSWER = 500;

/** What servers refuse for good says something of this mail only in answer to these; else it is trouble with the server. */
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** That the server wants a password, a better one, or a protected way for it, is for an admin to mend. */
const ABOUT_SIGNING_IN: ReadonlySet<number> = new Set([530, 534, 535, 538]);

/** What a failed attempt means: 5xx for the mail itself is final, everything else is tried again. */
export function outcomeOf(error: unknown): Outcome {
  const { code, command = '', permanent, response, responseCode = 0, message } = error as NodemailerError;
  const answer = (response ?? message).slice(0, LONGEST_ANSWER);
  const isRefused = permanent === true && ABOUT_THE_MAIL.has(command) && !ABOUT_SIGNING_IN.has(responseCode);
  // An address that cannot be one, found out before a server was asked.
  const isImpossible = code === 'EENVELOPE' && command === 'API';
  return { kind: isRefused || isImpossible ? 'refused' : 'deferred', answer };
}
