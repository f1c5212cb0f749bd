import { describe, expect, it } from '@jest/globals';
import { csvLine, type CsvRecord, CsvReader, disarmed, rearmed } from './index.js';

/** Read in pieces of that many characters, which may cut anything in two. */
function read(text: string, size = text.length): CsvRecord[] {
  const reader = new CsvReader();
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) records.push(...reader.read(text.slice(at, at + size)));
  return [...records, ...reader.end()];
}

const cellsOf = (text: string): (readonly string[])[] => read(text).map(({ cells }) => cells);

describe('reading separated values', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons, also where cells hold commas', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['lines of Windows', 'a,b\r\n1,2\r\n'],
    ['lines of old Macs', 'a,b\r1,2\r'],
    ['no end of the last line', 'a,b\n1,2'],
    ['empty lines', '\n\na,b\n\n1,2\n\n'],
    ['quotes', '"a","b"\n"1","2"\n'],
  ])('knows %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps separators, quotes and line ends within quotes, and tells on which line a row begins', () => {
    expect(read('a,b\n"x, ""y""\r\nz",2\n\n3,"4\n"\n5,6')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\r\nz', '2'] },
      { line: 5, cells: ['3', '4\n'] },
      { line: 7, cells: ['5', '6'] },
    ]);
  });

  it('takes a quote in the middle of a bare cell for a sign like others', () => {
    expect(cellsOf('a,b\n15" screen,2')[1]).toEqual(['15" screen', '2']);
  });

  it.each([
    ['that goes on after its end', '"two"three,2'],
    ['that never ends', '"two,2'],
    ['that ends in a later row', '"two,2\n"3",4'],
  ])('loses one line to a quote %s, and none of the others', (_, broken) => {
    const records = read(`a,b\n${broken}\n5,6\n7,8`);
    expect(records[1]).toMatchObject({ line: 2, fault: 'quote', cells: [broken.split('\n')[0]] });
    expect(records.slice(-2).map(({ cells }) => cells)).toEqual([
      ['5', '6'],
      ['7', '8'],
    ]);
  });

  it('gives up neither on a quote without end in a large file nor on a line without end', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `row ${at},x`).join('\n');
    const afterQuote = read(`a,b\n"open,1\n${rows}`, 65_536);
    expect(afterQuote.filter(({ fault }) => fault)).toEqual([{ line: 2, fault: 'quote', cells: ['"open,1'] }]);
    expect(afterQuote).toHaveLength(50_002);
    const afterLine = read(`a,b\n${'x'.repeat(600_000)}\n1,2`, 65_536);
    expect(afterLine.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'length'],
      [3, undefined],
    ]);
  });

  it('reads the same in pieces of any size', () => {
    const text = 'a;b\r\n"x; ""y""\r\nz";2\r\n"broken"q;3\r\n\r\n4;"5"\r\n"never closed;6\r\n7;8';
    const whole = read(text);
    for (let size = 1; size < text.length; size++) expect([size, read(text, size)]).toEqual([size, whole]);
  });

  it('reads again what was written', () => {
    const rows = [
      ['plain', '', 'with, comma', 'with; semicolon'],
      ['"', '""', 'two\r\nlines', '\ttab'],
    ];
    expect(cellsOf(rows.map(csvLine).join(''))).toEqual(rows);
  });
});

describe('S25 cells that a spreadsheet would calculate', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\tx', '  =1', ' \t-1', "'=1", "''+1", '＝1', '\n=1'])(
    'S25 %j is disarmed, and comes back as it was',
    (cell) => {
      expect(disarmed(cell)).toBe(`'${cell}`);
      expect(rearmed(disarmed(cell))).toBe(cell);
    },
  );

  it.each(['', 'plain', "'quoted'", 'a=b', '1-2', "it's", ' spaced'])('S25 %j stays as it is', (cell) => {
    expect(disarmed(cell)).toBe(cell);
    expect(rearmed(cell)).toBe(cell);
  });
});
