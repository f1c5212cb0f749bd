import { DAY, MINUTE } from '../platform/clock.js';
import type { PlannedHouseAct } from './acts.js';
import { FACES, LEAVER, NEWCOMERS, PEOPLE } from './company.js';
import type { Random } from './random.js';
import { whenAtWork } from './working-hours.js';

const LEFT_DAYS_AGO = 2;
/** An invitation is good for a week, so that these still wait. */
const INVITED_DAYS_AGO = [5, 3, 1];

/** People who come and go. Everybody is there before the first ticket. */
export function houseActs(now: number, days: number, random: Random): PlannedHouseAct[] {
  const begin = now - (days + 7) * DAY;
  let at = whenAtWork(begin, random);
  const acts: PlannedHouseAct[] = PEOPLE.flatMap(({ name }) => {
    at = whenAtWork(at + random.between(4, 60) * MINUTE, random);
    return [
      { at, by: null, kind: 'join', person: name },
      { at: at + random.between(1, 3) * MINUTE, by: name, kind: 'introduce', person: name },
    ];
  });
  NEWCOMERS.forEach(({ name }, index) => {
    const day = whenAtWork(now - (INVITED_DAYS_AGO[index] ?? 1) * DAY - 4 * DAY, random);
    const latest = now - (INVITED_DAYS_AGO[index] ?? 1) * 60 * MINUTE;
    acts.push({ at: Math.min(day, latest), by: FACES.admin, kind: 'invite', person: name });
  });
  acts.push({ at: now - LEFT_DAYS_AGO * DAY, by: FACES.admin, kind: 'disable', person: LEAVER });
  return acts;
}
