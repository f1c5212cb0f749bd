import { Injectable } from '@nestjs/common';
import { priorityRank, roleMay } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { newId } from '../../platform/ids.js';
import { InvalidBody, NotAllowed, NotFound } from '../../platform/problems.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { checkUploads, claimUploads } from '../attachments/claim.js';
import { Idempotency } from '../idempotency/idempotency.service.js';
import type { Success } from '../idempotency/success.js';
import { ticketCreated } from '../ticket/ticket.events.js';
import type { TicketDto } from '../ticket/ticket.dto.js';
import type { CreateTicketDto } from './create-ticket.dto.js';
import { toTicket } from '../ticket/ticket-row.js';
import { findTicket, readTicketRow } from '../ticket/ticket-visibility.js';
import { markUnread } from '../unread/unread-marks.js';
import { checkChoice, namedCategory } from '../work/references.js';

/** Files tickets, for oneself or on behalf. */
@Injectable()
export class Filing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * @param key under which it is filed once, however often it is asked for
   * @throws InvalidBody for an unknown category or requester, NotAllowed for what only staff may set
   */
  file(actor: Actor, ticket: CreateTicketDto, key?: string): Promise<Success<TicketDto>> {
    const request = { actor, key, address: 'POST /tickets', body: ticket };
    return this.unitOfWork.run(originOf(actor), (transaction) =>
      this.idempotency.once(transaction, request, async () => {
        await checkReferences(transaction.manager, actor, ticket);
        const body = await writeTicket(transaction, actor, ticket);
        const headers = { Location: `/api/v1/tickets/${body.id}`, ETag: `"${body.version}"` };
        return { status: 201, body, headers, ticketId: body.id };
      }),
    );
  }
}

/** As a row: what is prepared once costs half of what an entity does. */
const INSERT_TICKET = prepared(
  `INSERT INTO tickets (id, subject, description, status, priority, category_id, requester_id, creator_id, follows_id,
     created_at, updated_at, version)
   VALUES ($1, $2, $3, 'submitted', $4, $5, $6, $7, $8, $9, $9, 1) RETURNING number`,
);

async function writeTicket(transaction: Transaction, actor: Actor, ticket: CreateTicketDto): Promise<TicketDto> {
  const { subject, description, categoryId = null, priority = 'normal', requesterId = actor.id } = ticket;
  const { followsId = null, attachmentIds = [] } = ticket;
  const { manager, now } = transaction;
  const id = newId();
  const facts = [id, subject, description, priorityRank(priority), categoryId, requesterId, actor.id, followsId, now];
  const rows: { number: string }[] = await manager.query(INSERT_TICKET, facts);
  const number = Number(rows[0]?.number);
  const claimed = await claimUploads(manager, actor, attachmentIds, { ticketId: id, commentId: null, internal: false });
  if (requesterId !== actor.id) {
    const news = { ticketId: id, public: true, personIds: [] };
    await markUnread(manager, [news], { actorId: actor.id, at: now });
  }
  await transaction.record(ticketCreated(id, { number, priority, categoryId, followsId }), ...claimed);
  return toTicket(await readTicketRow(manager, actor, id), actor);
}

async function checkReferences(manager: EntityManager, actor: Actor, ticket: CreateTicketDto): Promise<void> {
  const { categoryId, priority, requesterId, followsId, attachmentIds } = ticket;
  await checkUploads(manager, actor, attachmentIds);
  checkChoice(await namedCategory(manager, categoryId), null);
  if (followsId !== undefined) await checkFollowed(manager, actor, followsId);
  if (priority === 'urgent' && !roleMay(actor.role, 'ticket.set-urgent')) {
    throw new NotAllowed('Only staff may make a ticket urgent. Choose high, and say why it cannot wait.');
  }
  if (requesterId === undefined) return;
  if (!roleMay(actor.role, 'ticket.file-for-others')) {
    throw new NotAllowed('Only staff may file a ticket on behalf of somebody.');
  }
  if (!(await isActivePerson(manager, requesterId))) {
    throw new InvalidBody({
      pointer: '/requesterId',
      code: 'unknown',
      detail: 'Choose a person with an active account.',
    });
  }
}

async function isActivePerson(manager: EntityManager, id: string): Promise<boolean> {
  const person = await manager.findOneBy(User, { id });
  return person !== null && person.disabledAt === null;
}

/** @throws InvalidBody for a ticket that is not there or not for these eyes */
async function checkFollowed(manager: EntityManager, actor: Actor, id: string): Promise<void> {
  try {
    await findTicket(manager, actor, id);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new InvalidBody({ pointer: '/followsId', code: 'unknown', detail: 'Choose a ticket that you can see.' });
  }
}
