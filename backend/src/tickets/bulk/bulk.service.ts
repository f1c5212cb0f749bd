import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { problemBody } from '../../platform/http/problem.dto.js';
import { isId, newId } from '../../platform/ids.js';
import { Conflict, InvalidBody, Problem } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { commenting } from '../comments/commenting.js';
import { admit } from '../ticket/admission.js';
import { type LockedTicket, lockTicket } from '../ticket/ticket-visibility.js';
import { Undo } from '../undo/undo.service.js';
import { checkAssignee, checkChoice, namedCategory } from '../work/references.js';
import { assigning, deleting, editing, moving, prioritising, type Step } from '../work/steps.js';
import { TicketChange } from '../work/ticket-change.js';
import type { BulkAnswerDto, BulkChangeFieldsDto, BulkResultDto } from './bulk.dto.js';

/** One change to many tickets: each is asked and changed for itself, so that one refusal does not stop the others. */
@Injectable()
export class Bulk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly undoing: Undo,
  ) {}

  /** @throws InvalidBody where the change could be made to no ticket at all */
  async change(actor: Actor, ids: readonly string[], change: BulkChangeFieldsDto): Promise<BulkAnswerDto> {
    checkWhole(change);
    await checkAssignee(this.dataSource.manager, change.assigneeId);
    const category = await namedCategory(this.dataSource.manager, change.categoryId);
    const bulkId = newId();
    const results = await oneByOne(actor, ids, (id) =>
      this.unitOfWork.run({ ...originOf(actor), bulkId }, async (transaction) => {
        const ticket = await lockTicket(transaction.manager, actor, id);
        checkChoice(category, ticket.categoryId);
        const steps = stepsOf(actor, ticket, change);
        admit(...steps);
        const gathered = new TicketChange(transaction, ticket);
        for (const step of steps) await step.take(gathered);
        await gathered.write();
      }),
    );
    return { bulkId, results };
  }

  /** @throws Conflict where nothing is left to undo */
  async undo(actor: Actor, bulkId: string): Promise<BulkAnswerDto> {
    const ids = isId(bulkId) ? await this.undoing.ticketsOfBulk(actor, bulkId) : [];
    if (ids.length === 0) {
      throw new Conflict('There is no change of yours to undo; a change can be undone for ten minutes.');
    }
    const results = await oneByOne(actor, ids, (id) => this.undoing.undoOfBulk(actor, id, bulkId));
    return { bulkId, results };
  }
}

function checkWhole(change: BulkChangeFieldsDto): void {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const isAlone = change.delete === undefined || named.length === 1;
  if (named.length > 0 && isAlone && (change.reason === undefined || change.status !== undefined)) return;
  const detail = named.length === 0 ? 'Say what to change.' : 'delete stands alone, and a reason comes with a status.';
  throw new InvalidBody({ pointer: '/change', code: 'incomplete', detail });
}

/** In an order in which what is named wins over what would move by itself. */
function stepsOf(actor: Actor, ticket: LockedTicket, change: BulkChangeFieldsDto): Step[] {
  const { status, reason, comment, assigneeId, priority, categoryId } = change;
  if (change.delete) return [deleting(actor, ticket)];
  return [
    ...(categoryId === undefined ? [] : [editing(actor, ticket, { categoryId })]),
    ...(priority === undefined ? [] : [prioritising(actor, ticket, priority)]),
    ...(assigneeId === undefined ? [] : [assigning(actor, ticket, assigneeId, status !== undefined)]),
    ...(status === undefined ? [] : [moving(actor, ticket, { status, reason, comment })]),
    ...(status === undefined && comment !== undefined
      ? [commenting(actor, ticket, { id: newId(), body: comment, internal: false })]
      : []),
  ];
}

async function oneByOne(
  actor: Actor,
  ids: readonly string[],
  work: (id: string) => Promise<void>,
): Promise<BulkResultDto[]> {
  const results: BulkResultDto[] = [];
  for (const id of ids) {
    try {
      await work(id);
      results.push({ id, status: 200 });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      results.push({ id, status: error.status, problem: problemBody(error, actor.requestId) });
    }
  }
  return results;
}
