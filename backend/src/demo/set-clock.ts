import { Clock } from '../platform/clock.js';

/** Stands still at the time that it is set to. */
export class SetClock extends Clock {
  private time = new Date(0);

  override now(): Date {
    return this.time;
  }

  set(time: number): void {
    this.time = new Date(time);
  }
}
