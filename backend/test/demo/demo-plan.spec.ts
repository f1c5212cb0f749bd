import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  isFinal,
  LIMITS,
  standingOn,
  type StatusCode,
  STATUS_CODES,
  statusAfterAssigning,
  statusAfterReply,
  statusNeeds,
  TRANSITIONS,
} from '@deskhand/shared';
import { faultOfPassword } from '../../src/auth/accounts/passwords.js';
import { isOfTicket, type PlannedAct, type PlannedTicketAct } from '../../src/demo/acts.js';
import { colleagueCalled, DEMO_PASSWORD, LEAVER, NEWCOMERS, PEOPLE } from '../../src/demo/company.js';
import { FULL_SIZE, planDemo } from '../../src/demo/plan.js';
import { TOLD } from '../../src/demo/stories/all.js';
import { DAY } from '../../src/platform/clock.js';

const PICTURES = join(import.meta.dirname, '../../demo/pictures');
const CLOSING_DAYS = 7;
/** A Wednesday noon, a Sunday night, and a day after the clocks went forward. */
const MOMENTS = ['2026-11-18T12:00:00Z', '2026-11-22T23:30:00Z', '2027-03-29T05:00:00Z'];

interface Ending {
  status: StatusCode;
  deleted: boolean;
  resolvedAt: number;
}

/** Goes through a plan as the product would; throws where somebody does what the rules do not allow. */
class Witness {
  readonly tickets = new Map<number, Ending & { requester: string; answered: boolean }>();
  private readonly there = new Set<string>();

  take(act: PlannedAct): void {
    if (act.kind === 'join') this.there.add(act.person);
    if (act.by !== null && !this.there.has(act.by)) throw new Error(`${act.by} acts before being there`);
    if (act.kind === 'close-resolved') this.close(act.at);
    if (isOfTicket(act)) this.takeTicket(act);
  }

  private close(at: number): void {
    for (const ticket of this.tickets.values()) {
      const isDue = ticket.resolvedAt < at - CLOSING_DAYS * DAY;
      if (ticket.status === 'resolved' && isDue && !ticket.deleted) ticket.status = 'closed';
    }
  }

  private takeTicket(act: PlannedTicketAct): void {
    if (act.kind === 'file') {
      if (!this.there.has(act.requester)) throw new Error(`${act.requester} is not there yet`);
      if (act.follows !== undefined && !this.tickets.has(act.follows)) throw new Error('follows what is not there');
      const { requester } = act;
      this.tickets.set(act.ticket, { requester, status: 'submitted', deleted: false, answered: false, resolvedAt: 0 });
      return;
    }
    const ticket = this.tickets.get(act.ticket)!;
    const { role, name } = colleagueCalled(act.by);
    const facts = { ...ticket, requesterId: ticket.requester, watching: true };
    const standing = standingOn({ id: name, role }, facts)!;
    if (ticket.deleted) throw new Error(`ticket ${act.ticket} changes in the bin`);
    if (act.kind === 'delete') ticket.deleted = true;
    else if (act.kind === 'move') this.move(ticket, act.status, standing);
    else if (act.kind === 'comment' && act.internal) expect(standing).toBe('staff');
    else if (isFinal(ticket.status)) throw new Error(`${act.kind} on ${ticket.status}`);
    else if (act.kind === 'comment') ticket.status = statusAfterReply(standing, ticket.status) ?? ticket.status;
    else if (act.kind === 'assign') ticket.status = statusAfterAssigning(ticket.status) ?? ticket.status;
    if (act.kind === 'move' && act.status === 'resolved') ticket.resolvedAt = act.at;
  }

  private move(ticket: Ending, to: StatusCode, standing: string): void {
    const transition = TRANSITIONS.find((one) => one.from === ticket.status && one.to === to);
    if (!transition?.by.some((mover) => mover === standing)) {
      throw new Error(`${standing} moves from ${ticket.status} to ${to}`);
    }
    ticket.status = to;
  }
}

function textsOf(act: PlannedAct): { text: string; max: number }[] {
  if (act.kind === 'file') {
    return [
      { text: act.subject, max: LIMITS.subject.max },
      { text: act.description, max: LIMITS.description.max },
    ];
  }
  if (act.kind === 'move') {
    const { comment, reason } = act;
    return [
      ...(comment === undefined ? [] : [{ text: comment, max: LIMITS.comment.max }]),
      ...(reason === undefined ? [] : [{ text: reason, max: LIMITS.reason.max }]),
    ];
  }
  return act.kind === 'comment' || act.kind === 'correct' ? [{ text: act.body, max: LIMITS.comment.max }] : [];
}

describe.each(MOMENTS)('The demo of %s', (moment) => {
  const now = Date.parse(moment);
  const acts = planDemo(now, FULL_SIZE, CLOSING_DAYS);

  it('is the same each time', () => {
    expect(planDemo(now, FULL_SIZE, CLOSING_DAYS)).toEqual(acts);
  });

  it('goes forward in time, from three months ago until now', () => {
    expect(acts.every(({ at }, index) => index === 0 || at >= acts[index - 1]!.at)).toBe(true);
    expect(acts.at(-1)!.at).toBeLessThanOrEqual(now);
    const filed = acts.filter(({ kind }) => kind === 'file').map(({ at }) => at);
    expect(filed[0]).toBeGreaterThanOrEqual(now - 90 * DAY);
    expect(filed.at(-1)).toBeGreaterThan(now - DAY / 24);
    expect(filed.length).toBeGreaterThan(300);
    expect(filed.length).toBeLessThan(400);
  });

  it('lets nobody do what the rules do not allow, and reaches every status', () => {
    const witness = new Witness();
    for (const act of acts) witness.take(act);
    const endings = [...witness.tickets.values()];
    expect([...new Set(endings.map(({ status }) => status))].toSorted()).toEqual([...STATUS_CODES].toSorted());
    expect(endings.some(({ deleted }) => deleted)).toBe(true);
    const open = endings.filter(({ status, deleted }) => !deleted && !isFinal(status) && status !== 'resolved');
    expect(open.length).toBeGreaterThan(30);
  });

  it('has only texts that the product takes, with nothing left to fill in', () => {
    const texts = acts.flatMap(textsOf);
    expect(texts.filter(({ text, max }) => text.trim().length < 3 || text.length > max || /[{}]/.test(text))).toEqual(
      [],
    );
    const needy = acts.filter((act) => act.kind === 'move' && statusNeeds(act.status) !== null);
    expect(needy.filter((act) => textsOf(act).length === 0)).toEqual([]);
  });

  it('has no two tickets that read the same', () => {
    const told = acts
      .filter((act) => act.kind === 'file')
      .map(({ subject, description }) => `${subject}\n${description}`);
    expect(new Set(told).size).toBeGreaterThan(told.length * 0.8);
  });

  it('has everything that can happen to a ticket', () => {
    const kinds = new Set<string>(acts.map(({ kind }) => kind));
    const wanted = [
      'file',
      'comment',
      'correct',
      'move',
      'assign',
      'edit',
      'watch',
      'delete',
      'undo',
      'close-resolved',
    ];
    expect([...kinds]).toEqual(expect.arrayContaining(wanted));
    expect(acts.some((act) => act.kind === 'file' && act.follows !== undefined)).toBe(true);
    expect(acts.some((act) => act.kind === 'file' && act.requester !== act.by)).toBe(true);
    const names = PEOPLE.map(({ name }) => `@${name}`);
    const isMention = (act: PlannedAct): boolean =>
      act.kind === 'comment' && act.internal && names.some((name) => act.body.includes(name));
    expect(acts.filter(isMention).length).toBeGreaterThan(20);
    expect(acts.some((act) => act.by === LEAVER && act.kind !== 'introduce')).toBe(false);
  });
});

describe('The company of the demo', () => {
  it('has stories enough', () => {
    expect(TOLD.length).toBeGreaterThanOrEqual(110);
    expect(new Set(TOLD.map(({ story }) => story.problem)).size).toBe(TOLD.length);
  });

  it('has pictures that are there, small, and all shown', () => {
    const shown = TOLD.flatMap(({ story: { picture } }) => (picture === undefined ? [] : [picture]));
    expect(shown.filter((name) => !existsSync(join(PICTURES, name)))).toEqual([]);
    expect(readdirSync(PICTURES).filter((name) => !shown.includes(name))).toEqual([]);
    expect(shown.filter((name) => statSync(join(PICTURES, name)).size > 40_000)).toEqual([]);
  });

  it('has a password that the rules accept, whoever has it', () => {
    expect(PEOPLE.map((person) => faultOfPassword(DEMO_PASSWORD, person)).filter((fault) => fault !== null)).toEqual(
      [],
    );
  });

  it('is small, and nobody is there twice', () => {
    const addresses = [...PEOPLE, ...NEWCOMERS].map(({ email }) => email);
    expect(addresses).toHaveLength(35);
    expect(new Set(addresses).size).toBe(35);
  });
});
