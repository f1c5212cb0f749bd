import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { checkUploads } from '../attachments/claim.js';
import { Idempotency } from '../idempotency/idempotency.service.js';
import type { Success } from '../idempotency/success.js';
import { admitVersion } from '../ticket/admission.js';
import type { TicketDto } from '../ticket/ticket.dto.js';
import { toTicket } from '../ticket/ticket-row.js';
import { type LockedTicket, lockTicket, readTicketRow } from '../ticket/ticket-visibility.js';
import { checkAssignee, checkChoice, namedCategory } from './references.js';
import { assigning, deleting, editing, moving, prioritising, type Step } from './steps.js';
import { TicketChange } from './ticket-change.js';
import type { ChangeStatusDto, EditTicketDto } from './work.dto.js';

/** Which version of which ticket somebody changes. */
export interface TicketVersion {
  readonly id: string;
  /** The header as it was sent. */
  readonly ifMatch: string | undefined;
}

/** What is done to a ticket on its way. */
@Injectable()
export class TicketWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  /** @param key under which it is done once, with its comment, however often it is asked for */
  changeStatus(
    actor: Actor,
    version: TicketVersion,
    change: ChangeStatusDto,
    key?: string,
  ): Promise<Success<TicketDto>> {
    const request = { actor, key, address: `POST /tickets/${version.id}/status`, body: change };
    return this.unitOfWork.run(originOf(actor), (transaction) =>
      this.idempotency.once(transaction, request, async () => {
        await checkUploads(transaction.manager, actor, change.attachmentIds);
        const body = await changed(transaction, actor, version, (ticket) => [moving(actor, ticket, change)]);
        return { status: 200, body, headers: { ETag: `"${body.version}"` }, ticketId: body.id };
      }),
    );
  }

  /** Taking is assigning to oneself. */
  async assign(actor: Actor, version: TicketVersion, assigneeId: string | null): Promise<TicketDto> {
    await checkAssignee(this.dataSource.manager, assigneeId);
    return this.change(actor, version, (ticket) => [assigning(actor, ticket, assigneeId)]);
  }

  /** An edit that changes nothing leaves no trace. */
  async edit(actor: Actor, version: TicketVersion, edit: EditTicketDto): Promise<TicketDto> {
    const { subject, description, categoryId, priority } = edit;
    const category = await namedCategory(this.dataSource.manager, categoryId);
    return this.change(actor, version, (ticket) => {
      checkChoice(category, ticket.categoryId);
      const isEdit = [subject, description, categoryId].some((value) => value !== undefined);
      return [
        ...(isEdit ? [editing(actor, ticket, { subject, description, categoryId })] : []),
        ...(priority === undefined ? [] : [prioritising(actor, ticket, priority)]),
      ];
    });
  }

  /** Into the bin, from where admins restore or purge it. */
  async delete(actor: Actor, version: TicketVersion): Promise<void> {
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const ticket = await lockTicket(transaction.manager, actor, version.id);
      await take(actor, version, new TicketChange(transaction, ticket), [deleting(actor, ticket)]);
    });
  }

  private change(actor: Actor, version: TicketVersion, steps: (ticket: LockedTicket) => Step[]): Promise<TicketDto> {
    return this.unitOfWork.run(originOf(actor), (transaction) => changed(transaction, actor, version, steps));
  }
}

async function changed(
  transaction: Transaction,
  actor: Actor,
  version: TicketVersion,
  steps: (ticket: LockedTicket) => Step[],
): Promise<TicketDto> {
  const ticket = await lockTicket(transaction.manager, actor, version.id);
  await take(actor, version, new TicketChange(transaction, ticket), steps(ticket));
  return toTicket(await readTicketRow(transaction.manager, actor, version.id), actor);
}

/** All steps are admitted before the first is taken; then they are one change. */
async function take(actor: Actor, { ifMatch }: TicketVersion, change: TicketChange, steps: Step[]): Promise<void> {
  const { ticket, transaction } = change;
  await admitVersion(transaction.manager, actor, ticket, ifMatch, steps);
  for (const step of steps) await step.take(change);
  await change.write();
}
