/** One line that grows in a terminal; elsewhere, where nothing can be overwritten, a line every quarter. */
export class ProgressLine {
  private readonly begun = performance.now();
  private shown = -1;

  constructor(private readonly what: string) {
    console.log(`${what} …`);
  }

  show(done: number, all: number): void {
    const percent = Math.floor((done / all) * 100);
    if (percent === this.shown) return;
    this.shown = percent;
    if (process.stdout.isTTY) process.stdout.write(`\r  ${percent} %`);
    else if (percent % 25 === 0 && percent > 0) console.log(`  ${percent} %`);
  }

  end(): void {
    const seconds = Math.round((performance.now() - this.begun) / 1_000);
    console.log(`${process.stdout.isTTY ? '\r' : ''}${this.what}: done in ${seconds} s.`);
  }
}
