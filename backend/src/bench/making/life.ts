import type { StatusCode } from '@deskhand/shared';
import type { Random } from '../../demo/random.js';
import { DAY, MINUTE } from '../../platform/clock.js';

/** Days after which a ticket is still open with a chance of 1 in e: about two of a hundred of three years are. */
const OPEN_DAYS = 22;
const CLOSING_DAYS = 7;
const LONGEST_WORK = 12 * DAY;
const CANCELLED_SHARE = 0.04;
const BINNED_SHARE = 0.03;
const BIN_DAYS = 30;
const UNASSIGNED_SHARE = 0.8;

/** When what happened to a ticket; milliseconds since 1970. */
export interface Life {
  readonly status: StatusCode;
  readonly created: number;
  readonly comments: readonly [number, number, number];
  readonly resolved: number | null;
  readonly closed: number | null;
  readonly deleted: number | null;
  readonly isAssigned: boolean;
}

/** How a ticket that was filed then has fared until now. */
export function lifeOf(created: number, now: number, random: Random): Life {
  const age = Math.max(now - created, 5);
  const isOpen = random.happens(Math.exp(-age / (OPEN_DAYS * DAY)));
  const worked = Math.min(random.mostlyNear(10 * MINUTE, LONGEST_WORK), Math.floor(age * 0.9));
  const end = isOpen ? now : created + worked;
  const comments = timesBetween(created, end, random);
  const deleted = age < BIN_DAYS * DAY && random.happens(BINNED_SHARE) ? now - Math.floor(age * 0.02) : null;
  if (isOpen) {
    const status = openStatus(random);
    const isAssigned = status !== 'submitted' || !random.happens(UNASSIGNED_SHARE);
    return { status, created, comments, resolved: null, closed: null, deleted, isAssigned };
  }
  if (random.happens(CANCELLED_SHARE)) {
    return { status: 'cancelled', created, comments, resolved: null, closed: end, deleted, isAssigned: false };
  }
  const closed = end + CLOSING_DAYS * DAY;
  const isClosed = closed <= now;
  const status = isClosed ? 'closed' : 'resolved';
  return { status, created, comments, resolved: end, closed: isClosed ? closed : null, deleted, isAssigned: true };
}

function openStatus(random: Random): StatusCode {
  const chance = random.next();
  if (chance < 0.3) return 'submitted';
  if (chance < 0.7) return 'in_progress';
  return chance < 0.88 ? 'waiting_requester' : 'on_hold';
}

function timesBetween(from: number, to: number, random: Random): [number, number, number] {
  const one = (): number => from + Math.floor((to - from) * random.next());
  const [first = from, second = from, third = from] = [one(), one(), one()].sort((a, b) => a - b);
  return [first, second, third];
}
