import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../../platform/clock.js';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { Entries } from './entries.js';
import { type Place, placeOf } from './place.js';

/** Whoever missed more entries, or older ones, loads anew what he shows: that is faster, and the months before may be gone. */
const MOST_MISSED = 1_000;
const LONGEST_MISSED = DAY;

/** Where somebody goes on. */
export interface Start {
  readonly place: Place;
  /** Whether what lies between his place and this one is lost for him. */
  readonly isReset: boolean;
}

/** Where a stream goes on from the token of an earlier one. */
@Injectable()
export class Resumption {
  constructor(
    private readonly entries: Entries,
    private readonly keys: InstallationKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * @param token none for a first connect, which begins now
   * @param now how far this process has looked
   */
  async startFrom(token: string | undefined, now: Place): Promise<Start> {
    if (token === undefined) return { place: now, isReset: false };
    const place = placeOf(token, this.keys.cookieSuffix);
    return place && (await this.isGood(place, now)) ? { place, isReset: false } : { place: now, isReset: true };
  }

  /** Its entry is gone where its month was retired, or the database is a restored one. */
  private async isGood(place: Place, now: Place): Promise<boolean> {
    const { known, count, since } = await this.entries.missed(place, now, MOST_MISSED + 1);
    const isNew = since === null || since.getTime() > this.clock.now().getTime() - LONGEST_MISSED;
    return (known || place.txid === 0) && count <= MOST_MISSED && isNew;
  }
}
