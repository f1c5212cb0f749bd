import { Injectable } from '@nestjs/common';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** The only source of the present time, so that tests can move it. SQL gets the time as a parameter. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The time so many milliseconds from now. */
  in(milliseconds: number): Date {
    return new Date(this.now().getTime() + milliseconds);
  }
}
