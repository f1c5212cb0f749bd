import { Clock } from '../../src/platform/clock.js';

/** A clock that goes on by itself and can be moved forward. */
export class TestClock extends Clock {
  private ahead = 0;

  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}
