import { LIMITS, STATUS_CODES } from '@deskhand/shared';
import { XSS_CORPUS } from '../../src/testing/xss-corpus';
import type { Account, Api, FiledTicket } from './api';

/** A company whose people write nothing but attacks. */
export interface HostileWorld {
  readonly api: Api;
  /** Has the ticket, and hears of every new one. */
  readonly agent: Account;
  readonly requester: Account;
  /** Whoever is mentioned in notes. */
  readonly colleague: Account;
  readonly people: readonly Account[];
  /** Of the requester; its description holds every attack. */
  readonly ticket: FiledTicket;
}

interface Field {
  readonly what: string;
  readonly max: number;
  /** May hold line breaks. */
  readonly lines?: true;
  /** So many texts at most. */
  readonly most?: number;
  /** There is one at a time: each text takes the place of the one before. */
  readonly isOne?: true;
  /** Puts the nth text there. */
  readonly fill: (world: HostileWorld, text: string, nth: number) => Promise<unknown>;
}

/** Every field that a person fills; whoever adds one to the product adds its line. */
const FIELDS: readonly Field[] = [
  { what: 'name', max: LIMITS.name.max, fill: ({ api, people }, name, n) => api.editProfile(people[n]!, { name }) },
  { what: 'phone', max: LIMITS.phone.max, fill: ({ api, people }, phone, n) => api.editProfile(people[n]!, { phone }) },
  { what: 'place', max: LIMITS.place.max, fill: ({ api, people }, place, n) => api.editProfile(people[n]!, { place }) },
  {
    what: 'subject',
    max: LIMITS.subject.max,
    fill: ({ api, people }, subject, n) => api.ticket(people[n]!, { subject }),
  },
  {
    what: 'description',
    max: 1000,
    lines: true,
    fill: ({ api, requester }, text) => api.ticket(requester, { description: text }),
  },
  {
    what: 'reply',
    max: 200,
    lines: true,
    fill: ({ api, requester, ticket }, text) => api.comment(requester, ticket, text),
  },
  {
    what: 'note',
    max: 200,
    lines: true,
    fill: ({ api, agent, colleague, ticket }, text) =>
      api.comment(agent, ticket, `@${colleague.name}\n\n${text}`, true),
  },
  {
    what: 'reason of a rest',
    max: LIMITS.reason.max,
    lines: true,
    fill: ({ api, agent, requester }, text) => rest(api, agent, requester, text),
  },
  {
    what: 'name of a file',
    max: LIMITS.fileName.max,
    fill: ({ api, requester, ticket }, text) => api.attach(requester, ticket, text),
  },
  {
    what: 'name of a category',
    max: LIMITS.category.name.max,
    // Some are there from the first day.
    most: LIMITS.category.max - 10,
    fill: async ({ api, requester }, name) => api.ticket(requester, { categoryId: await api.category(name) }),
  },
  {
    what: 'description of a category',
    max: LIMITS.category.description.max,
    fill: ({ api }, description, n) => api.describeCategory(n, description),
  },
  {
    what: 'name of a view',
    max: LIMITS.view.name.max,
    most: 2 * LIMITS.view.own,
    fill: ({ api, agent, colleague }, name, n) => api.sharedView(n % 2 === 0 ? agent : colleague, name),
  },
  {
    what: 'name of a snippet',
    max: LIMITS.snippet.name.max,
    most: LIMITS.snippet.own - 50,
    fill: ({ api, agent }, name) => api.snippet(agent, { name, body: 'Thank you.' }),
  },
  {
    what: 'text of a snippet',
    max: 1000,
    lines: true,
    most: 50,
    // What stands in double braces and is no variable is refused.
    fill: ({ api, agent }, text) => api.snippet(agent, { name: 'Thanks', body: text.replace(/{{+/g, '{') }),
  },
  {
    what: 'name of the organisation',
    max: LIMITS.organisation.name.max,
    isOne: true,
    fill: ({ api }, organisationName) => api.settle({ organisationName }),
  },
  {
    what: 'support hours',
    max: LIMITS.organisation.supportHours.max,
    isOne: true,
    fill: ({ api }, supportHours) => api.settle({ supportHours }),
  },
  {
    what: 'support contact',
    max: LIMITS.organisation.supportContact.max,
    isOne: true,
    fill: ({ api }, supportContact) => api.settle({ supportContact }),
  },
  {
    what: 'word for a status',
    max: LIMITS.statusLabel.max,
    isOne: true,
    fill: ({ api }, label, n) => api.relabel(STATUS_CODES[n % STATUS_CODES.length]!, label),
  },
];

/** Fields of which there is one for each person. */
const PERSONAL: readonly string[] = ['name', 'phone', 'place', 'subject'];

/** Of the texts of a field every so manieth is put there, each field beginning at another; all where the proofs run whole. */
const SHARE = process.env.PROOF_CYCLES ? 1 : 10;

async function rest(api: Api, agent: Account, requester: Account, reason: string): Promise<void> {
  await api.status(agent, await api.ticket(requester), { status: 'on_hold', reason });
}

/** Other control characters are refused by every field, and no field but those of several lines takes a break. */
function typed(attack: string, lines = false): string {
  return attack.replace(lines ? /[^\P{Cc}\n\t]/gu : /\p{Cc}/gu, ' ');
}

/** The corpus in as few texts as the field allows; what is too long for it is left out. */
function textsFor(field: Field): string[] {
  const { max, lines, most } = field;
  const texts: string[] = [];
  const between = lines ? '\n\n' : ' ';
  for (const attack of XSS_CORPUS) {
    const text = typed(attack, lines);
    const longer = texts.length === 0 ? text : `${texts.at(-1)!}${between}${text}`;
    if (longer.length <= max) texts.splice(-1, 1, longer);
    else if (text.length <= max) texts.push(text);
  }
  return texts.slice(0, most).filter((_, nth) => nth % SHARE === FIELDS.indexOf(field) % SHARE);
}

/** Fills every field, by turns, so that what one holds for a while is there with much of what the others hold. */
export async function fillEverything(api: Api): Promise<HostileWorld> {
  const texts = new Map(FIELDS.map((field) => [field, textsFor(field)]));
  const world = await people(api, Math.max(...personal(texts)));
  const rounds = Math.max(...[...texts.values()].map(({ length }) => length));
  for (let nth = 0; nth < rounds; nth += 1) {
    for (const [field, { [nth]: text }] of texts) if (text !== undefined) await field.fill(world, text, nth);
  }
  return world;
}

/** Puts other texts where only one can be at a time. */
export async function takeTurns(world: HostileWorld, nth: number): Promise<void> {
  for (const field of FIELDS.filter(({ isOne }) => isOne)) {
    const texts = textsFor(field);
    await field.fill(world, texts[nth % texts.length]!, nth);
  }
}

function personal(texts: ReadonlyMap<Field, readonly string[]>): number[] {
  return [...texts].flatMap(([{ what }, { length }]) => (PERSONAL.includes(what) ? [length] : []));
}

async function people(api: Api, count: number): Promise<HostileWorld> {
  const requester = await api.person('Emma <img src=x onerror=alert(1)>');
  const agent = await api.person('Liam {{constructor}} <b onclick=alert(1)>', 'agent');
  const colleague = await api.person('Nadia <svg onload=alert(1)>', 'agent');
  await api.wantMails(agent, 'ticket_new');
  const people: Account[] = [];
  while (people.length < count) people.push(await api.person('Any Body'));
  const description = XSS_CORPUS.map((attack) => typed(attack, true)).join('\n\n');
  const filed = await api.ticket(requester, { description });
  return { api, agent, requester, colleague, people, ticket: await api.assign(agent, filed, agent.id) };
}
