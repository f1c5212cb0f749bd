import { createHash, randomBytes } from 'node:crypto';

/** Two hundred things that clumsy comparisons take for that token. */
export function oddValues(token: string): unknown[] {
  const hash = createHash('sha256').update(token).digest();
  const odd: unknown[] = [null, undefined, true, false, 0, 1, '', ' ', '%', '_', '*', [], {}, [token], { token }];
  odd.push(
    { $ne: null },
    { length: 43 },
    '0'.repeat(43),
    'null'.padEnd(43, 'l'),
    'undefined'.repeat(5),
    '%'.repeat(43),
  );
  odd.push(
    token.slice(1),
    token.slice(0, -1),
    `${token} `,
    ` ${token}`,
    `${token}\u0000`,
    `\u0000${token}`,
    `${token}=`,
  );
  odd.push(
    token.toLowerCase(),
    token.toUpperCase(),
    hash.toString('hex'),
    hash.toString('base64url'),
    `\\x${hash.toString('hex')}`,
  );
  odd.push(
    encodeURIComponent(`${token}/`),
    `' OR '1'='1' -- ${token}`,
    Array.from(token).reverse().join(''),
    '\ud800'.repeat(43),
  );
  while (odd.length < 200) {
    const at = odd.length % token.length;
    const other = token[at] === 'A' ? 'B' : 'A';
    odd.push(
      odd.length % 2 ? randomBytes(32).toString('base64url') : `${token.slice(0, at)}${other}${token.slice(at + 1)}`,
    );
  }
  return odd;
}
