import { DAY, MINUTE } from '../platform/clock.js';
import type { PlannedAct } from './acts.js';
import { type Colleague, colleagueCalled, FACES } from './company.js';
import { filingTimes, JUST_NOW } from './filing-times.js';
import { houseActs } from './house-plan.js';
import { Random } from './random.js';
import { SECOND_SOLUTIONS, FOLLOW_UPS } from './small-talk.js';
import { TOLD, type Told } from './stories/all.js';
import type { Course } from './storyline.js';
import { type Direction, directTicket } from './ticket-plan.js';
import type { TicketScript } from './ticket-script.js';
import { lastTimeAtWork, whenAtWork } from './working-hours.js';

export interface DemoSize {
  readonly days: number;
  readonly tickets: number;
}

export const FULL_SIZE: DemoSize = { days: 90, tickets: 350 };

/** For whoever is in a hurry. */
export const SMALL_SIZE: DemoSize = { days: 12, tickets: 40 };

const SEED = 20_417;
/** How the demo's employee stands: how many days ago, and what became of it. */
const OF_THE_FACE: readonly (readonly [number, Course])[] = [
  [0.4, 'untouched'],
  [1.2, 'left in progress'],
  [2.1, 'left waiting'],
  [3.2, 'just resolved'],
  [4.4, 'left on hold'],
];
const FOLLOW_UP_SHARE = 0.035;

/** The demo as one plan in the order of time, up to now. The same moment and size give the same plan. */
export function planDemo(now: number, { days, tickets }: DemoSize, closingDays: number): PlannedAct[] {
  const random = new Random(SEED);
  const deck = new Deck(random);
  const common = { now, closingDays, seed: SEED };
  const scripts = filingTimes(now, days, tickets - OF_THE_FACE.length, random).map((at, key) =>
    directTicket({ ...common, key, at, told: deck.next(), ...(isJustNow(now, at) ? { course: 'untouched' } : {}) }),
  );
  const face = colleagueCalled(FACES.employee);
  let at = now;
  for (const [ago, course] of OF_THE_FACE) {
    at = lastTimeAtWork(Math.min(now - ago * DAY, at - DAY / 3));
    scripts.push(directTicket({ ...common, key: scripts.length, at, course, requester: face, told: deck.next(face) }));
  }
  scripts.push(...followUps(scripts, common, random));
  const timers = new Set(scripts.map(({ closedByTimerAt }) => closedByTimerAt).filter((at) => at !== null));
  return [
    ...houseActs(now, days, random),
    ...scripts.flatMap(({ acts }) => acts),
    ...[...timers].map((at): PlannedAct => ({ at, by: null, kind: 'close-resolved' })),
  ]
    .filter(({ at }) => at <= now)
    .sort((one, other) => one.at - other.at);
}

function isJustNow(now: number, at: number): boolean {
  return JUST_NOW.some((minutes) => Math.abs(now - minutes * MINUTE - at) < MINUTE);
}

/** Some problems come back after their tickets are closed. */
function followUps(
  scripts: readonly TicketScript[],
  common: Pick<Direction, 'now' | 'closingDays' | 'seed'>,
  random: Random,
): TicketScript[] {
  const ended = scripts.filter(
    ({ status, at, filing }) => status === 'closed' && filing.isFault && at < common.now - 2 * DAY,
  );
  const again = ended.filter(() => random.happens(FOLLOW_UP_SHARE));
  return again.map((script, index) => {
    const { requester, subject, category } = script.filing;
    const at = whenAtWork(script.at + random.between(1, 6) * DAY, random);
    const story = {
      subject: `Again: ${subject}`,
      problem: random.pick(FOLLOW_UPS),
      solution: random.pick(SECOND_SOLUTIONS),
    };
    const told = { category: category ?? 'Other', story };
    return directTicket({ ...common, key: scripts.length + index, at, requester, follows: script.key, told });
  });
}

/** All stories before any of them a second time. */
class Deck {
  private left: Told[] = [];

  constructor(private readonly random: Random) {}

  next(person?: Colleague): Told {
    if (this.left.length === 0) this.left = this.random.shuffled(TOLD);
    const fits = ({ story }: Told): boolean =>
      !person || !story.teams || story.teams.some((team) => team === person.team);
    const index = this.left.findLastIndex(fits);
    const [told] = index < 0 ? [] : this.left.splice(index, 1);
    return told ?? this.random.pick(TOLD.filter(fits));
  }
}
