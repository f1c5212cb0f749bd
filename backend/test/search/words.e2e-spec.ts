import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { cloneDatabase } from '../database/clone.js';

describe('S21 words of texts and searches', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await createDataSource(database.url, []).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  async function finds(q: string, text: string): Promise<boolean> {
    const rows: { found: boolean }[] = await dataSource.query('SELECT search_vector($2) @@ search_query($1) AS found', [
      q,
      text,
    ]);
    return rows[0]!.found;
  }

  it.each([
    ['printer', 'The PRINTER jams'],
    ['prin', 'The printer jams'],
    ['jams printer', 'The printer jams'],
    ['office', 'printer.office.local'],
    ['printer.office.local', 'printer.office.local'],
    ['bar', 'foo/bar-baz_qux'],
    ['emma@example.org', 'Mail to emma@example.org bounces'],
    ['10.2.1', 'Version 10.2.1 crashes'],
    ['1e10x', 'Part 1e10x'],
    ['1e1', 'Part 1e10x'],
    ['cafe', 'Café'],
    ['CAFÉ', 'cafe'],
    ['re\u0301sume\u0301', 'Résumé'],
    ['résumé', 're\u0301sume\u0301'],
    ['strasse', 'Straße'],
    ['привет', 'ПРИВЕТ'],
    ['日本', '日本語'],
    ["don't", 'I don’t know'],
    ['"printer"', 'printer'],
    ['(printer),', 'printer!'],
    ['#1042', '1042'],
    ['C#', 'Written in C#'],
    ['c++', 'Written in C++'],
    ['50%', 'It stops at 50%'],
    ['😀', 'Thanks😀'],
    ['printer\u00a0jams', 'printer jams'],
  ])('%s finds “%s”', async (q, text) => {
    expect(await finds(q, text)).toBe(true);
  });

  it.each([
    ['prin ', 'The printer jams'],
    ['"prin"', 'The printer jams'],
    ['prin jams', 'The printer jams'],
    ['inter', 'The printer jams'],
    ['printer scanner', 'The printer jams'],
    ['printer | scanner', 'The printer jams'],
    ['!scanner', 'The printer jams'],
    ['C#', 'Written in C'],
    ['50%', 'It stops at 50'],
    ['a_b', 'a b'],
    ['jams', 'jam'],
    ['', 'The printer jams'],
    ['  ', 'The printer jams'],
  ])('%s does not find “%s”', async (q, text) => {
    expect(await finds(q, text)).toBe(false);
  });

  it('every sign of ASCII finds itself, alone and with others, and no other sign', async () => {
    const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((sign) =>
      /[^\da-z]/i.test(sign),
    );
    for (const sign of signs) {
      expect([sign, await finds(sign, `left ${sign} right`)]).toEqual([sign, true]);
      expect([sign, await finds(`${sign}:*`, `x:*${sign}y`)]).toEqual([sign, true]);
      expect([sign, await finds(sign, signs.filter((other) => other !== sign).join(''))]).toEqual([sign, false]);
    }
  });

  it('takes any text at all', async () => {
    const hostile = [
      "'",
      "\\'",
      "' | 'a",
      "a':* & '",
      ':*',
      '<->',
      '!!',
      '&&',
      '((',
      '\\\\',
      "''''",
      '\u200b',
      '\u202e',
      'a'.repeat(200),
    ];
    for (const q of hostile) expect([q, await finds(q, `before ${q} after`)]).toEqual([q, true]);
  });
});
