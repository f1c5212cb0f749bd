import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@deskhand/shared';
import { dictionary } from '@zxcvbn-ts/language-common';
import { compare, hash } from 'bcrypt';
import pLimit from 'p-limit';
import { Settings } from '../../platform/config/settings.js';
import type { FieldFault } from '../../platform/problems.js';

/** Whom a password must not be made of. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** The most used passwords of public leaks, in lower case. */
const COMMON = new Set<string>(dictionary['passwords-common']);
/** Shorter parts of a name occur in good passwords by chance. */
const SHORTEST_TELLING_PART = 4;

/**
 * What is wrong with a new password, or null. It has 8 characters to 72 bytes (bcrypt reads no more, and a longer one is
 * refused, never cut), no rules of composition, is not a common one and not made of its owner's name or address.
 */
export function faultOfPassword(password: string, owner: PasswordOwner, pointer = '/password'): FieldFault | null {
  const { min, maxBytes } = LIMITS.password;
  const fault = (code: string, detail: string): FieldFault => ({ pointer, code, detail });
  if (Array.from(password).length < min) return fault('too_short', `Use at least ${min} characters.`);
  const bytes = Buffer.byteLength(password);
  if (bytes > maxBytes) {
    return fault(
      'too_long',
      `Use at most ${maxBytes} bytes; this one has ${bytes}. Letters with accents count double.`,
    );
  }
  if (password.includes('\u0000') || !password.isWellFormed())
    return fault('control_character', 'Leave control characters out.');
  const lower = password.toLowerCase();
  if (COMMON.has(lower) || new Set(lower).size < 3) {
    return fault('common', 'This password is among the first that attackers try. Choose another one.');
  }
  if (isMadeOf(lower, owner)) return fault('personal', 'Do not make it of your name or mail address.');
  return null;
}

/** Whether little is left of the password once the owner's name and address are taken out. */
function isMadeOf(password: string, { name, email }: PasswordOwner): boolean {
  const parts = [email, ...email.split(/[@.\-_+]/), ...name.split(/[\s.-]+/)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= SHORTEST_TELLING_PART)
    .sort((one, other) => other.length - one.length);
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), password);
  return rest.length < password.length && rest.length < SHORTEST_TELLING_PART + 1;
}

/**
 * Hashes and compares; both take a quarter of a second of one thread at cost 12. One core is left to everybody who is
 * signed in already: when all come at eight o'clock, those who sign in wait for each other, and nobody else does.
 */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | null = null;
  private readonly inTurn = pLimit(Math.max(1, availableParallelism() - 1));

  constructor(private readonly settings: Settings) {}

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, this.settings.BCRYPT_COST));
  }

  /**
   * Whether the password fits. Without an account it takes as long as with one, so that nobody learns from the duration
   * whether an address has an account.
   */
  async fits(password: string, passwordHash: string | null | undefined): Promise<boolean> {
    this.decoy ??= this.hash('the password of nobody');
    const known = passwordHash ?? (await this.decoy);
    const fits = await this.inTurn(() => compare(password.slice(0, 200), known));
    const isWhole = Buffer.byteLength(password) <= LIMITS.password.maxBytes;
    return fits && isWhole && passwordHash != null;
  }
}
