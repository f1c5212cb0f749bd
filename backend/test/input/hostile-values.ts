/** Lengths at which something of ours ends, and which texts of two code units or of invisible signs step over. */
const LIMITS = [2, 100, 150, 500, 20_000];

const atLimits = LIMITS.flatMap((length) => [
  'x'.repeat(length),
  'x'.repeat(length + 1),
  '😀'.repeat(length),
  '😀'.repeat(Math.ceil(length / 2)),
  `${'😀'.repeat(length / 2 - 1)}xx`,
  'x\ufe0f'.repeat(length),
]);

const TEXTS = [
  ...atLimits,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'a\u0000',
  '\ud800',
  'abc\udc00def',
  '\udc00\ud800',
  '\uffff\ufffe\ufeff',
  '\u202Eabc\u202D',
  '\u0301'.repeat(200),
  '👨‍👩‍👧‍👦'.repeat(13),
  'İIıß'.repeat(10),
  '\u0085\u2028\u2029',
  '\u001b[31m',
  'a\r\nSet-Cookie: x=y',
  'x'.repeat(10_240),
  '𝔘'.repeat(10_240),
  "' OR 1=1 --",
  "'; DROP TABLE tickets; --",
  '"; SELECT pg_sleep(9); --',
  "' || pg_sleep(9) || '",
  '$1',
  '\\',
  '%',
  '_',
  ':*',
  '{1,2}',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '<script>alert(1)</script>',
  '%s%n%x',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '9'.repeat(400),
  '0x10',
  '-createdAt,number',
  'me,none',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55}',
  '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55\n',
  '__proto__',
  'constructor',
  'a'.repeat(5_000) + '!',
  '('.repeat(1_000),
  `${'a.'.repeat(3_000)}@`,
  `a@${'a-'.repeat(3_000)}`,
  '"a\\"@b"@example.org',
  'ü\ufe0f@example.org',
  `en-${'a1-'.repeat(1_000)}`,
  'Mars/Olympus',
  '2024-02-30T24:61:61Z',
];

const OTHERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.1,
  1e308,
  2 ** 53,
  [],
  [[]],
  [null],
  ['x', 'x'],
  Array(5_000).fill('x'),
  {},
  { a: 1 },
  { $ne: null },
  { length: 5 },
  { toString: 'x', valueOf: 'x' },
  { then: 1 },
  [{ a: [{ b: [{ c: {} }] }] }],
];

/** What a field of a body may hold. JSON writes lone surrogates and NUL as escapes, so that they arrive. */
export const BODY_VALUES: readonly unknown[] = [...TEXTS, ...OTHERS];

const fits = (text: string): boolean => text.length <= 12_000;

/** What a parameter of an address may hold, encoded, besides what cannot be decoded. */
export const ADDRESS_VALUES: readonly string[] = [
  ...TEXTS.filter((text) => text.isWellFormed())
    .map(encodeURIComponent)
    .filter(fits),
  ...['%', '%zz', '%00', '%ED%A0%80', '%C0%80', '%FF', '+', '%2e%2e', '%0d%0a', ';', '@', '%25', '%u0000'],
];

/** What a header can hold: no more than Latin-1, and no line ends. */
export const HEADER_VALUES: readonly string[] = [
  ...TEXTS.filter((text) => fits(text) && /^[\t\x20-\x7e\x80-\xff]*$/.test(text)),
  ...['ÿþ', '"1", "2", *', 'W/"1"', '"\\""', ','.repeat(5_000), '\x80\x81', 'Bearer', 'Bearer a b c', 'Basic ///'],
  ...['a=b; a=c; =; ;', 'gzip, br', 'application/json; charset=utf-99', 'application/json;;;', '-5', '1, 2'],
];
