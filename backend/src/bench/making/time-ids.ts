import type { Random } from '../../demo/random.js';

const COUNTER_LIMIT = 0x1000;
const HALF = 0x1_0000_0000;
const QUARTER = 0x4000_0000;

/** Makes UUIDs of version 7 of given times: `newId` knows only the present. */
export class TimeIds {
  private counter = 0;

  constructor(private readonly random: Random) {}

  /** @param time milliseconds since 1970 */
  at(time: number): string {
    this.counter = (this.counter + 1) % COUNTER_LIMIT;
    const stamp = time.toString(16).padStart(12, '0');
    const counter = this.counter.toString(16).padStart(3, '0');
    const high = (0x8000_0000 + Math.floor(this.random.next() * QUARTER)).toString(16);
    const low = Math.floor(this.random.next() * HALF)
      .toString(16)
      .padStart(8, '0');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${counter}-${high.slice(0, 4)}-${high.slice(4)}${low}`;
  }
}
