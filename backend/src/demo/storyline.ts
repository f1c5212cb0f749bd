import type { Colleague } from './company.js';
import type { Random } from './random.js';
import * as talk from './small-talk.js';
import type { Story } from './story.js';
import type { TicketScript } from './ticket-script.js';
import type { Wording } from './wording.js';

/** How far a ticket comes: to its end, or only to a point at which it has been left since. */
export type Course =
  'whole' | 'untouched' | 'left in progress' | 'left waiting' | 'left on hold' | 'just resolved' | 'dropped';

export interface Scene {
  readonly script: TicketScript;
  readonly story: Story;
  readonly category: string;
  readonly agent: Colleague;
  /** Another one of the staff. */
  readonly mate: Colleague;
  readonly neighbour: Colleague;
  readonly random: Random;
  readonly words: Wording;
  readonly closingDays: number;
}

type Scripted = (scene: Scene) => void;

const WITHOUT_WORK: Partial<Record<Course, Scripted>> = { untouched: () => undefined, dropped: drop };

const LEFT: Partial<Record<Course, Scripted>> = {
  'left in progress': (scene) => {
    talkOn(scene, 0.6);
  },
  'left waiting': (scene) => {
    ask(scene, { asStatus: true, answered: false });
  },
  'left on hold': putOnHold,
};

/** Lets a ticket live, from the moment after it was filed. */
export function play(scene: Scene, course: Course): void {
  const { random } = scene;
  if (random.happens(0.12)) addWatcher(scene);
  const early = WITHOUT_WORK[course] ?? (course === 'whole' && random.happens(0.035) ? withdraw : undefined);
  if (early) {
    early(scene);
    return;
  }
  takeUp(scene);
  const left = LEFT[course];
  if (left) left(scene);
  else if (course === 'whole' && random.happens(0.04)) cancel(scene);
  else bringToEnd(scene, course);
}

function bringToEnd(scene: Scene, course: Course): void {
  const { script, story, agent, random } = scene;
  if (story.question && random.happens(0.75)) ask(scene, { asStatus: random.happens(0.7), answered: true });
  if (story.hold && random.happens(0.55)) {
    putOnHold(scene);
    script.wait(700, 9_000);
    script.move(agent, 'in_progress');
  }
  talkOn(scene, 0.22);
  solve(scene);
  if (course === 'whole') end(scene);
}

function takeUp({ script, story, category, agent, mate, random, words }: Scene): void {
  script.wait(3, 260);
  if (random.happens(0.22)) {
    if (random.happens(0.6)) script.note(mate, words.write(random.pick(talk.HANDOVERS).replace('{mate}', agent.name)));
    script.assign(mate, agent);
    script.wait(5, 120);
  } else script.assign(agent, agent);
  if (script.filing.category !== category) script.do(agent, { kind: 'edit', category });
  if (story.priority === 'urgent') script.do(agent, { kind: 'edit', priority: 'urgent' });
  if (script.filing.priority !== 'low' && random.happens(0.03)) {
    script.do(agent, { kind: 'edit', priority: 'low' });
    script.pause();
    script.do(agent, { kind: 'undo' });
  }
  if (random.happens(0.5)) {
    script.pause();
    say(script, agent, words.write(random.pick(story.isRequest ? talk.REQUEST_GREETINGS : talk.GREETINGS)), random);
  }
  if (story.note && random.happens(0.8)) {
    script.wait(4, 90);
    script.note(agent, words.write(story.note));
    if (!story.isRequest && random.happens(0.25)) {
      script.wait(5, 120);
      script.note(mate, words.write(random.pick(talk.ANSWERS_TO_NOTES)));
    }
  }
}

function ask(
  { script, story, agent, random, words }: Scene,
  { asStatus, answered }: { asStatus: boolean; answered: boolean },
): void {
  script.wait(5, 120);
  const question = words.write(story.question ?? random.pick(talk.QUESTIONS));
  if (asStatus) script.move(agent, 'waiting_requester', { comment: question });
  else say(script, agent, question, random);
  if (!answered) return;
  script.wait(8, 900);
  say(script, script.filing.requester, words.write(story.answer ?? random.pick(talk.ANSWERS)), random);
}

function putOnHold({ script, story, agent, random, words }: Scene): void {
  script.wait(20, 300);
  script.move(agent, 'on_hold', { reason: words.write(story.hold ?? random.pick(talk.HOLDS)) });
}

/** What is said on the way, without bringing the ticket forward. */
function talkOn({ script, story, agent, mate, random, words }: Scene, share: number): void {
  if (random.happens(share)) {
    script.wait(60, 900);
    say(script, agent, words.write(random.pick(story.isRequest ? talk.REQUEST_PROGRESS : talk.PROGRESS)), random);
  }
  if (random.happens(share / 2)) {
    script.wait(60, 1_500);
    say(
      script,
      script.filing.requester,
      words.write(random.pick(story.isRequest ? talk.REQUEST_NUDGES : talk.NUDGES)),
      random,
    );
    script.wait(5, 90);
    say(script, agent, words.write(random.pick(talk.SOOTHING)), random);
  }
  if (story.isRequest || !random.happens(share / 2)) return;
  script.wait(10, 200);
  script.note(mate, words.write(random.pick(talk.NOTES)));
}

function solve({ script, story, agent, random, words }: Scene): void {
  script.wait(10, 600);
  const solution = words.write(story.solution);
  if (random.happens(0.75)) script.move(agent, 'resolved', { comment: solution });
  else {
    say(script, agent, solution, random);
    script.wait(10, 400);
    script.move(agent, 'resolved');
  }
}

function end(scene: Scene): void {
  const { script, story, agent, random, words, closingDays } = scene;
  const { requester } = script.filing;
  if (!story.isRequest && random.happens(0.09)) {
    script.wait(120, 3_000);
    say(script, requester, words.write(random.pick(talk.REOPENINGS)), random);
    script.wait(10, 300);
    script.move(agent, 'resolved', { comment: words.write(random.pick(talk.SECOND_SOLUTIONS)) });
  }
  if (random.happens(0.42)) {
    script.wait(15, 3_500);
    const comment = random.happens(0.65) ? { comment: words.write(random.pick(talk.THANKS)) } : {};
    script.move(requester, 'closed', comment);
  } else if (random.happens(0.06)) {
    script.wait(400, 3_500);
    script.move(agent, 'closed');
  } else script.leaveToTimer(closingDays);
  if (script.closedByTimerAt === null && random.happens(0.06)) {
    script.wait(5, 600);
    script.note(agent, words.write(random.pick(talk.AFTERTHOUGHTS)));
  }
}

function withdraw({ script, random, words }: Scene): void {
  const { requester } = script.filing;
  script.wait(6, 240);
  script.move(requester, 'cancelled', { comment: words.write(random.pick(talk.WITHDRAWALS)) });
}

function cancel({ script, agent, random, words }: Scene): void {
  script.wait(10, 400);
  script.move(agent, 'cancelled', { reason: words.write(random.pick(talk.CANCELLATIONS)) });
}

/** Into the bin, by its requester before anybody saw it, or by staff. */
function drop({ script, agent, random, words }: Scene): void {
  script.wait(5, 200);
  if (random.happens(0.4)) {
    script.do(script.filing.requester, { kind: 'delete' });
    return;
  }
  script.note(agent, words.write(random.pick(talk.DUPLICATES)));
  script.pause();
  script.do(agent, { kind: 'delete' });
}

function addWatcher({ script, story, neighbour, random, words }: Scene): void {
  script.pause(1, 9);
  script.do(script.filing.by, { kind: 'watch', email: neighbour.email });
  if (story.isRequest || !random.happens(0.4)) return;
  script.wait(4, 200);
  say(script, neighbour, words.write(random.pick(talk.NEIGHBOURS)), random);
}

/** A reply; now and then its author looks at it again and corrects it. */
function say(script: TicketScript, by: Colleague, body: string, random: Random): void {
  script.reply(by, body);
  if (!random.happens(0.04)) return;
  script.pause(1, 6);
  script.do(by, { kind: 'correct', body: `${body}\n\n${random.pick(talk.POSTSCRIPTS)}` });
}
