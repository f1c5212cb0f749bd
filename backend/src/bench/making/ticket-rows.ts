import type { Side } from '@deskhand/shared';
import type { Random } from '../../demo/random.js';
import { withOnceWord, type Texts } from '../texts/texts.js';
import type { CopyValue } from './copy-text.js';
import { jsonbText } from './jsonb-text.js';
import { type Life, lifeOf } from './life.js';
import type { People, Person } from './people.js';
import type { TableName } from './tables.js';
import { TimeIds } from './time-ids.js';

export const FIRST_NUMBER = 1_001;
/** Of the employee whose list is measured, whatever the size of the installation. */
const OWN_TICKETS = 40;
const WATCHED_TICKETS = 25;
const AGENT_WATCHES = 60;
const OTHER_WATCHERS = 0.05;
const UNCATEGORISED = 0.03;
/** How unevenly tickets lie on people: some file many, most file few. */
const UNEVEN = 1.6;
/** By rank: most tickets are of normal priority. */
const PRIORITY_SHARES = [0.15, 0.8, 0.95];
const ONCE_AT = 0.6;
const UNREAD_BY_AGENT = 0.4;
const UNREAD_BY_REQUESTER = 0.15;

export interface Scene {
  readonly tickets: number;
  readonly now: number;
  readonly people: People;
  /** Ids of the categories by their names. */
  readonly categories: Readonly<Record<string, string>>;
}

/** Takes a row for its time. */
export type RowTaker = (table: TableName, at: number, values: readonly CopyValue[]) => void;

/** Makes the rows of one ticket after the other. */
export class TicketRows {
  private readonly ids: TimeIds;
  private readonly others: readonly Person[];
  private readonly iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

  constructor(
    private readonly scene: Scene,
    private readonly texts: Texts,
    private readonly random: Random,
    private readonly take: RowTaker,
  ) {
    this.ids = new TimeIds(random);
    this.others = scene.people.employees.slice(1);
  }

  /** @param index from 0 on, in the order in which they were filed */
  make(index: number, created: number): void {
    const life = lifeOf(created, this.scene.now, this.random);
    const requester = this.requester(index);
    const agent = this.unevenly(this.scene.people.agents);
    const id = this.ids.at(created);
    const cast: Cast = { id, index, requester, agent, watcher: this.watcher(index) };
    const repliesFirst = life.status !== 'submitted' && this.random.happens(0.6);
    this.ticket(cast, life, repliesFirst);
    this.trail(cast, life, repliesFirst);
    this.unread(cast, life, repliesFirst);
    if (!cast.watcher || cast.watcher.id === requester.id) return;
    this.row('ticket_watchers', created, [id, cast.watcher.email, cast.watcher.id, this.iso(created)]);
  }

  /** News that nobody has looked at: an agent's of what is open, and some people never look again at what is done. */
  private unread({ id, agent, requester }: Cast, life: Life, repliesFirst: boolean): void {
    const at = life.comments[2];
    const isForAgent = life.resolved === null && life.isAssigned && lastSide(life, repliesFirst) === 'requester';
    if (isForAgent && this.random.happens(UNREAD_BY_AGENT))
      this.row('unread_tickets', at, [agent.id, id, this.iso(at)]);
    if (life.status === 'submitted' || !this.random.happens(UNREAD_BY_REQUESTER)) return;
    this.row('unread_tickets', at, [requester.id, id, this.iso(at)]);
  }

  private ticket(cast: Cast, life: Life, repliesFirst: boolean): void {
    const { scene, random, iso } = this;
    const isOnce = cast.index === Math.floor(scene.tickets * ONCE_AT);
    const texts = isOnce ? withOnceWord(this.texts.next()) : this.texts.next();
    const category = random.happens(UNCATEGORISED) ? null : (scene.categories[texts.topic] ?? null);
    const chance = random.next();
    const priority = PRIORITY_SHARES.filter((share) => chance >= share).length;
    const firstReply = life.status === 'submitted' ? null : life.comments[repliesFirst ? 0 : 1];
    const updated = life.deleted ?? life.closed ?? life.resolved ?? life.comments[2];
    this.row('tickets', life.created, [
      ...[cast.id, FIRST_NUMBER + cast.index, texts.subject, texts.description, life.status, priority, category],
      ...[cast.requester.id, cast.requester.id, life.isAssigned ? cast.agent.id : null, iso(life.created)],
      ...[iso(updated), iso(firstReply), iso(life.resolved), iso(life.closed), 4, iso(life.deleted)],
      lastSide(life, repliesFirst),
    ]);
    this.comments(cast, life, repliesFirst, texts.comments);
  }

  /** Two replies and a note; of a ticket that nobody has taken yet, both replies are its requester's. */
  private comments(cast: Cast, life: Life, repliesFirst: boolean, texts: readonly string[]): void {
    for (const [index, at] of life.comments.entries()) {
      const isNote = index === 2;
      const isStaff = isNote || (life.status !== 'submitted' && (index === 0) === repliesFirst);
      const author = isStaff ? cast.agent : cast.requester;
      const id = this.ids.at(at);
      this.row('comments', at, [id, cast.id, author.id, texts[index] ?? '', isNote, this.iso(at)]);
      const payload = { commentId: id, internal: isNote, mentionIds: [] };
      this.entry(cast, at, { actor: author.id, kind: 'comment.added', payload, isPublic: !isNote });
    }
  }

  /** What stands on its trail beside the comments: how it began, and the last thing that happened. */
  private trail(cast: Cast, life: Life, repliesFirst: boolean): void {
    const created = { number: FIRST_NUMBER + cast.index, priority: 'normal', categoryId: null, followsId: null };
    this.entry(cast, life.created, { actor: cast.requester.id, kind: 'ticket.created', payload: created });
    const kind = 'ticket.status_changed';
    const { status } = life;
    if (status === 'submitted') {
      this.entry(cast, life.comments[0], {
        actor: cast.agent.id,
        kind: 'ticket.priority_changed',
        payload: { from: 'low', to: 'normal' },
      });
    } else if (status === 'in_progress') {
      const at = life.comments[repliesFirst ? 0 : 1];
      this.entry(cast, at, {
        actor: cast.agent.id,
        kind: 'ticket.assigned',
        payload: { from: null, to: cast.agent.id },
      });
    } else {
      const at = life.closed ?? life.resolved ?? life.comments[2];
      const payload = {
        from: status === 'closed' ? 'resolved' : 'in_progress',
        to: status,
        automatic: status === 'closed',
      };
      const entry = this.entry(cast, at, { actor: status === 'closed' ? null : cast.agent.id, kind, payload });
      if (status !== 'on_hold') return;
      this.row('text_versions', at, [entry, 'reason', null, cast.id, 'Waiting for a part that was ordered.']);
    }
  }

  private entry(cast: Cast, at: number, { actor, kind, payload, isPublic = true }: Entry): string {
    const id = this.ids.at(at);
    const line = [id, this.iso(at), actor, kind, 'ticket', cast.id, jsonbText(payload), isPublic];
    this.row('activity', at, line);
    return id;
  }

  private row(table: TableName, at: number, values: readonly CopyValue[]): void {
    this.take(table, at, values);
  }

  private requester(index: number): Person {
    const { employees } = this.scene.people;
    if (this.isEvery(index, OWN_TICKETS, 3)) return employees[0] ?? this.unevenly(employees);
    return this.unevenly(this.others);
  }

  private watcher(index: number): Person | undefined {
    const { employees, agents } = this.scene.people;
    if (this.isEvery(index, WATCHED_TICKETS, 5)) return employees[0];
    if (this.isEvery(index, AGENT_WATCHES, 7)) return agents[0];
    return this.random.happens(OTHER_WATCHERS) ? this.random.pick(employees) : undefined;
  }

  /** Whether it is one of so many that lie evenly in the whole. */
  private isEvery(index: number, count: number, offset: number): boolean {
    const step = Math.max(Math.floor(this.scene.tickets / count), 1);
    return index % step === Math.min(offset, step - 1);
  }

  private unevenly(people: readonly Person[]): Person {
    const person = people[Math.floor(people.length * this.random.next() ** UNEVEN)];
    if (!person) throw new Error('there is nobody to choose');
    return person;
  }
}

/** Who wrote the second of the two replies. */
function lastSide({ status }: Life, repliesFirst: boolean): Side {
  return status !== 'submitted' && !repliesFirst ? 'staff' : 'requester';
}

interface Cast {
  readonly id: string;
  readonly index: number;
  readonly requester: Person;
  readonly agent: Person;
  readonly watcher: Person | undefined;
}

interface Entry {
  readonly actor: string | null;
  readonly kind: string;
  readonly payload: Parameters<typeof jsonbText>[0];
  readonly isPublic?: boolean;
}
