import { describe, expect, it } from '@jest/globals';
import { hash } from 'bcrypt';
import { randomInt } from 'node:crypto';
import { faultOfPassword, Passwords } from '../../src/auth/accounts/passwords.js';
import { Settings } from '../../src/platform/config/settings.js';

const EMMA = { name: 'Emma-Louise Thornton', email: 'emma.thornton@acme-tools.example' };
const codeOf = (password: string): string | null => faultOfPassword(password, EMMA)?.code ?? null;

/** Characters of one to four bytes, one to two code units. */
const ALPHABETS = [
  'abcdefghijkmnpqrstuvwxyz',
  'äöüßéèñçåøæœ',
  'ひらがなカタカナ漢字',
  '😀🎉🚀🔑🧭🪁',
  'mixedää漢字😀 .-_',
];
const pick = (letters: string[]): string => letters[randomInt(letters.length)]!;
const someText = (alphabet: string, length: number): string =>
  Array.from({ length }, () => pick(Array.from(alphabet))).join('');

describe('S11 passwords', () => {
  it('S11 of 8 characters to 72 bytes are taken, whatever their letters, and no others', () => {
    for (let round = 0; round < 3_000; round += 1) {
      const password = someText(ALPHABETS[round % ALPHABETS.length]!, randomInt(1, 80));
      const characters = Array.from(password).length;
      const bytes = Buffer.byteLength(password);
      const code = codeOf(password);
      if (characters < 8) expect([password, code]).toEqual([password, 'too_short']);
      else if (bytes > 72) expect([password, code]).toEqual([password, 'too_long']);
      else expect(['too_short', 'too_long', 'control_character']).not.toContain(code);
    }
  });

  it.each([
    ['seven letters', 'abcdefg', 'too_short'],
    ['seven emojis, which are 14 code units', '😀🎉🚀🔑🧭🪁😀', 'too_short'],
    ['eight emojis', '😀🎉🚀🔑🧭🪁😀🎉', null],
    ['72 letters', 'lantern-'.repeat(9), null],
    ['73 letters', `${'lantern-'.repeat(9)}x`, 'too_long'],
    ['36 umlauts, which are 72 bytes', 'äöüßéè'.repeat(6), null],
    ['37 umlauts', `${'äöüßéè'.repeat(6)}ä`, 'too_long'],
    ['24 characters of three bytes', '漢字ひらがな'.repeat(4), null],
    ['25 of them', `${'漢字ひらがな'.repeat(4)}漢`, 'too_long'],
    ['18 emojis', '😀🎉🚀🔑🧭🪁'.repeat(3), null],
    ['19 emojis', `${'😀🎉🚀🔑🧭🪁'.repeat(3)}😀`, 'too_long'],
    ['only small letters', 'correcthorse', null],
    ['only digits that nobody tries first', '8305719264', null],
    ['blanks around and within', '  a b c d  ', null],
    ['a NUL, at which bcrypt would stop', 'lantern\u0000rest', 'control_character'],
  ])('S11 %s: %j is %p', (_, password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it.each(['password', 'Password1', '12345678', 'qwertyuiop', 'iloveyou', 'aaaaaaaa', 'abababababab', 'LETMEIN1'])(
    'S11 refuses the common %s',
    (password) => expect(codeOf(password)).toBe('common'),
  );

  it.each([
    'thornton1',
    'Thornton!',
    'emma.thornton',
    'EMMATHORNTON',
    'emma.thornton@acme-tools.example',
    'acme-tools',
    'louise99!',
    'Emma-Louise',
  ])('S11 refuses %s, which is made of her own name or address', (password) => {
    expect(codeOf(password)).toBe('personal');
  });

  it('S11 takes a long one in which the name occurs', () => {
    expect(codeOf('emma rides to the lighthouse')).toBeNull();
  });

  it('S11 keeps them as bcrypt of the default cost 12, with a salt of their own', async () => {
    const passwords = new Passwords(new Settings());
    const [one, other] = await Promise.all([passwords.hash('lantern over sea'), passwords.hash('lantern over sea')]);
    for (const stored of [one, other]) expect(stored).toMatch(/^\$2b\$12\$[./A-Za-z0-9]{53}$/);
    expect(one).not.toBe(other);
  });

  it('S11 never cuts: what goes on after 72 bytes does not fit, nor what ends before a NUL', async () => {
    const passwords = new Passwords(Object.assign(new Settings(), { BCRYPT_COST: 4 }));
    const longest = 'lantern-'.repeat(9);
    const stored = await hash(longest, 4);
    expect(await passwords.fits(longest, stored)).toBe(true);
    for (const typed of [`${longest}x`, longest.slice(0, -1), `${longest}\u0000`, `${longest.slice(0, 71)}ä`]) {
      expect([typed, await passwords.fits(typed, stored)]).toEqual([typed, false]);
    }
    const short = await hash('lantern', 4);
    expect(await passwords.fits('lantern\u0000rest', short)).toBe(false);
    expect(await passwords.fits('lantern', null)).toBe(false);
    expect(await passwords.fits('the password of nobody', undefined)).toBe(false);
  });
});
