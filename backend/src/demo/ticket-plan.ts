import type { Priority } from '@deskhand/shared';
import { DAY } from '../platform/clock.js';
import type { TicketKey } from './acts.js';
import { type Colleague, colleagueCalled, FACES, firstName, LEAVER, PEOPLE } from './company.js';
import { Random } from './random.js';
import type { Told } from './stories/all.js';
import { type Course, play, type Scene } from './storyline.js';
import { type Filing, TicketScript } from './ticket-script.js';
import { Wording } from './wording.js';

/** The demo's employee writes more than others, so that there is something to see. */
const FACE_TICKETS = 3;
/** Who usually takes what. */
const EXPERTS: Readonly<Record<string, readonly string[]>> = {
  Hardware: ['Tom Ashdown', 'Lucy Farrant', 'Lucy Farrant'],
  'Access and accounts': ['Priya Anand', 'Sam Okoro', 'Priya Anand', 'Iain Mackay'],
  'Finance systems': ['Sam Okoro', 'Priya Anand'],
  Software: ['Sam Okoro', 'Tom Ashdown', 'Priya Anand'],
};

const STAFF = PEOPLE.filter(({ team }) => team === 'it');
const AGENTS = STAFF.filter(({ role }) => role === 'agent');
const EMPLOYEES = PEOPLE.filter(({ team, name }) => team !== 'it' && name !== LEAVER);

export interface Direction {
  readonly key: TicketKey;
  readonly at: number;
  readonly now: number;
  readonly told: Told;
  readonly closingDays: number;
  readonly seed: number;
  readonly requester?: Colleague;
  readonly course?: Course;
  readonly follows?: TicketKey;
}

/** One ticket, from the one who has the problem to its end; also what lies after now. */
export function directTicket(direction: Direction): TicketScript {
  const { key, told, now, at, closingDays } = direction;
  const random = new Random(direction.seed + key * 7_919);
  const requester = direction.requester ?? requesterOf(direction, random);
  const agent = agentFor(told.category, requester, random);
  const mate = random.pick(STAFF.filter((person) => person !== agent && person !== requester));
  const neighbour = random.pick(EMPLOYEES.filter((person) => person !== requester));
  const names = { me: firstName(requester), agent: firstName(agent), agentName: agent.name };
  const words = new Wording(random, { ...names, mate: mate.name, colleague: firstName(neighbour) });
  const by = requester.team !== 'it' && random.happens(0.11) ? agent : requester;
  const script = new TicketScript(key, filing(direction, { by, requester }, words, random), random);
  const scene: Scene = { ...told, script, agent, mate, neighbour, random, words, closingDays };
  play(scene, direction.course ?? courseOf(now - at, random));
  return script;
}

function requesterOf({ told, course }: Direction, random: Random): Colleague {
  const { teams } = told.story;
  if (!teams && random.happens(0.03)) return random.pick(AGENTS);
  const able = EMPLOYEES.filter(({ team }) => !teams || teams.some((one) => one === team));
  const face = colleagueCalled(FACES.employee);
  // What is new comes from everybody, or one person would fill the top of the queue.
  if (!able.includes(face)) return random.pick(able);
  if (course === 'untouched') return random.pick(able.filter((person) => person !== face));
  return random.pick([...able, ...Array.from({ length: FACE_TICKETS }, () => face)]);
}

function agentFor(category: string, requester: Colleague, random: Random): Colleague {
  const experts = (EXPERTS[category] ?? []).map(colleagueCalled);
  return random.pick([...AGENTS, ...experts, ...experts].filter((person) => person !== requester));
}

function filing(
  { at, told, follows }: Direction,
  { by, requester }: Pick<Filing, 'by' | 'requester'>,
  words: Wording,
  random: Random,
): Filing {
  const { story, category } = told;
  const text = words.write(story.problem);
  return {
    at,
    by,
    requester,
    subject: words.write(story.subject),
    description: by === requester ? text : `_Taken down on the phone, in ${firstName(requester)}’s words:_\n\n${text}`,
    category: random.happens(0.1) ? random.pick([null, 'Other']) : category,
    priority: priorityOf(story.priority, random),
    isFault: !story.isRequest,
    ...(follows === undefined ? {} : { follows }),
    ...(story.picture === undefined ? {} : { picture: story.picture }),
  };
}

/** Whoever has a problem chooses up to high; what is urgent, staff say later. */
function priorityOf(told: Priority | undefined, random: Random): Priority {
  if (told !== undefined) return told === 'urgent' ? 'high' : told;
  const chance = random.next();
  return chance < 0.12 ? 'low' : chance < 0.25 ? 'high' : 'normal';
}

function courseOf(age: number, random: Random): Course {
  const left: Course[] = ['left in progress', 'left in progress', 'left waiting', 'left on hold'];
  if (age < 1.3 * DAY) return random.happens(0.45) ? 'untouched' : 'whole';
  if (age < 26 * DAY && random.happens(0.035)) return 'dropped';
  if (age < 35 * DAY) return random.happens(0.17) ? random.pick(left) : 'whole';
  return random.happens(0.015) ? 'left on hold' : 'whole';
}
