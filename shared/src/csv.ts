/** One row of a file of comma-separated values, or a line of it that cannot be read as one. */
export interface CsvRecord {
  /** The line of the file that it begins on, from 1 on; a row may span several. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Where it is no row: a quote that is not closed as it should be, or more text than a row can have. `cells` is the line. */
  readonly fault?: 'quote' | 'length';
}

/** Characters of the longest row. A quote that is never closed is known by it, so that it does not swallow the file. */
const LONGEST_ROW = 256 * 1024;
/** Characters of an unreadable line that are kept. */
const KEPT_OF_FAULT = 2_000;
/** What may stand between cells; the first of them where a file has one column. */
const SEPARATORS = [',', ';', '\t'] as const;

const LINE_END = /\r\n|\n|\r/;
const LINE_ENDS = /\r\n|\n|\r/g;

interface ReadCell {
  readonly value: string;
  /** Where the separator or the end of the row stands. */
  readonly end: number;
}

/** More text is needed to tell, or none can help. */
type Unread = 'more' | 'broken';

/**
 * Reads comma-, semicolon- or tab-separated values piece by piece. After a row that is broken it goes on with the next
 * line: one forgotten quote costs one line and not the rest of the file.
 */
export class CsvReader {
  private text = '';
  private line = 1;
  private separator = '';
  private isComplete = false;
  /** Within a line that is too long to be looked at. */
  private isSkipping = false;

  /** Takes the next piece and gives the rows that are complete by now. */
  read(piece: string): CsvRecord[] {
    this.text += piece;
    return this.records();
  }

  /** Takes that nothing more comes and gives the rest. */
  end(): CsvRecord[] {
    this.isComplete = true;
    return this.records();
  }

  private records(): CsvRecord[] {
    const records: CsvRecord[] = [];
    let start = this.isSkipping ? this.afterLine(0) : 0;
    while (start < this.text.length && this.knowsSeparator()) {
      const next = this.next(start);
      if (!next) break;
      // An empty line is no row.
      if (next.record.fault || next.record.cells.length > 1 || next.record.cells[0] !== '') records.push(next.record);
      start = next.end;
    }
    this.text = this.text.slice(start);
    return records;
  }

  /** The most frequent one of the first line, which names the columns. */
  private knowsSeparator(): boolean {
    if (this.separator !== '') return true;
    const firstLine = /^[\r\n]*[^\r\n]+(?=[\r\n])/.exec(this.text)?.[0];
    if (firstLine === undefined && !this.isComplete && this.text.length <= LONGEST_ROW) return false;
    const line = (firstLine ?? this.text).replace(/"[^"]*"/g, '');
    const count = (separator: string): number => line.split(separator).length;
    this.separator = SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
    return true;
  }

  private next(start: number): { record: CsvRecord; end: number } | null {
    const row = this.row(start);
    if (typeof row === 'string') {
      const hasLineEnd = this.hasLineEnd(start);
      const isTooLong = this.text.length - start > LONGEST_ROW;
      if (!this.isComplete && !isTooLong && !(row === 'broken' && hasLineEnd)) return null;
      return this.fault(start, row === 'broken' || hasLineEnd || this.text[start] === '"' ? 'quote' : 'length');
    }
    const line = this.line;
    this.line += row.isQuoted ? linesIn(this.text.slice(start, row.end)) : 1;
    return { record: { line, cells: row.cells }, end: row.end };
  }

  private row(start: number): { cells: string[]; end: number; isQuoted: boolean } | Unread {
    const cells: string[] = [];
    let [at, isQuoted] = [start, false];
    for (;;) {
      const isQuotedCell = this.text[at] === '"';
      const cell = isQuotedCell ? this.quotedCell(at) : this.bareCell(at);
      if (typeof cell === 'string') return cell;
      isQuoted ||= isQuotedCell;
      cells.push(cell.value);
      if (this.text[cell.end] !== this.separator) {
        const end = this.afterLineEnd(cell.end);
        return end === null ? 'more' : { cells, end, isQuoted };
      }
      at = cell.end + 1;
    }
  }

  /** A quote in the middle of it is a sign like others. */
  private bareCell(start: number): ReadCell | Unread {
    for (let end = start; end < this.text.length; end++) {
      const sign = this.text[end];
      if (sign === this.separator || sign === '\n' || sign === '\r') return { value: this.text.slice(start, end), end };
    }
    return this.isComplete ? { value: this.text.slice(start), end: this.text.length } : 'more';
  }

  private quotedCell(start: number): ReadCell | Unread {
    let value = '';
    for (let from = start + 1; ;) {
      const quote = this.text.indexOf('"', from);
      if (quote < 0) return this.isComplete ? 'broken' : 'more';
      value += this.text.slice(from, quote);
      const next = this.text[quote + 1];
      if (next === undefined && !this.isComplete) return 'more';
      if (next !== '"') return this.closed(value, quote + 1);
      value += '"';
      from = quote + 2;
    }
  }

  private closed(value: string, end: number): ReadCell | Unread {
    const next = this.text[end];
    const isEnd = next === undefined || next === this.separator || next === '\n' || next === '\r';
    return isEnd ? { value, end } : 'broken';
  }

  /** The place after the line's end that stands here; nothing where that cannot be told yet. */
  private afterLineEnd(at: number): number | null {
    if (at >= this.text.length) return this.isComplete ? at : null;
    if (this.text[at] === '\n') return at + 1;
    if (at + 1 >= this.text.length && !this.isComplete) return null;
    return this.text[at + 1] === '\n' ? at + 2 : at + 1;
  }

  private fault(start: number, fault: 'quote' | 'length'): { record: CsvRecord; end: number } {
    const record = { line: this.line, cells: [this.restOfLine(start).slice(0, KEPT_OF_FAULT)], fault };
    return { record, end: this.afterLine(start) };
  }

  private restOfLine(start: number): string {
    return this.text.slice(start).split(LINE_END, 1)[0] ?? '';
  }

  private hasLineEnd(start: number): boolean {
    return start + this.restOfLine(start).length < this.text.length;
  }

  /** Goes past the line's end, or remembers that it is still to come. */
  private afterLine(start: number): number {
    const end = start + this.restOfLine(start).length;
    const after = end < this.text.length ? this.afterLineEnd(end) : null;
    this.isSkipping = after === null;
    if (after !== null) this.line += 1;
    // Half of a line's end stays, to be seen together with its other half.
    return after ?? end;
  }
}

function linesIn(text: string): number {
  return text.match(LINE_ENDS)?.length ?? 1;
}

/** One row as it is written to a file, with the line's end that spreadsheets expect. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula, and what `disarmed` makes of it; signs of full width count as well. */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const DISARMED_FORMULA = /^'+(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** A cell that a spreadsheet shows as text, whatever it begins with. */
export function disarmed(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes back exactly what `disarmed` did. */
export function rearmed(cell: string): string {
  return DISARMED_FORMULA.test(cell) ? cell.slice(1) : cell;
}
