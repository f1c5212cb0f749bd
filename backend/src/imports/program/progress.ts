/** Milliseconds between two looks of a person at a terminal, and between two lines of a log. */
const REFRESH = { terminal: 100, log: 5_000 } as const;
const BAR_LENGTH = 24;

const figure = new Intl.NumberFormat('en');

/** Shows how far an import has come: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  private readonly begun = performance.now();
  private shown = this.begun;

  constructor(
    private readonly out: NodeJS.WriteStream,
    /** The part of the file that has been read, from 0 to 1. */
    private readonly share: () => number,
  ) {}

  at(rows: number): void {
    const now = performance.now();
    if (now - this.shown < (this.out.isTTY ? REFRESH.terminal : REFRESH.log)) return;
    this.shown = now;
    const text = `${figure.format(rows)} rows, ${this.rate(rows)}, ${Math.floor(this.share() * 100)} % of the file`;
    this.out.write(this.out.isTTY ? `\r\u001b[K${this.bar()} ${text}` : `${text}\n`);
  }

  /** Leaves the terminal to whatever is written next. */
  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
  }

  rate(rows: number): string {
    return `${figure.format(Math.round(rows / Math.max(0.001, this.seconds)))} a second`;
  }

  get seconds(): number {
    return (performance.now() - this.begun) / 1_000;
  }

  private bar(): string {
    const done = Math.round(this.share() * BAR_LENGTH);
    return `${'█'.repeat(done)}${'░'.repeat(BAR_LENGTH - done)}`;
  }
}
