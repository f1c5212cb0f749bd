import { Injectable } from '@nestjs/common';
import { priorityRank, roleMay } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { newId } from '../../platform/ids.js';
import { InvalidBody, NotAllowed } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { Category } from '../categories/category.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';
import { ticketCreated } from '../ticket/ticket.events.js';
import type { CreateTicketDto, TicketDto } from '../ticket/ticket.dto.js';
import { toTicket } from '../ticket/ticket-row.js';
import { readTicketRow } from '../ticket/ticket-visibility.js';

/** Files tickets, for oneself or on behalf. */
@Injectable()
export class Filing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws InvalidBody for an unknown category or requester, NotAllowed for what only staff may set */
  async file(actor: Actor, ticket: CreateTicketDto): Promise<TicketDto> {
    await this.checkReferences(actor, ticket);
    const { subject, description, categoryId = null, priority = 'normal', requesterId = actor.id } = ticket;
    const id = newId();
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      const facts = { id, subject, description, status: 'submitted', categoryId, requesterId, version: 1 } as const;
      const { generatedMaps } = await manager.insert(Ticket, {
        ...facts,
        priority: priorityRank(priority),
        creatorId: actor.id,
        createdAt: now,
        updatedAt: now,
      });
      const number = Number(generatedMaps[0]?.number);
      await transaction.record(ticketCreated(id, { number, priority, categoryId }));
      return toTicket(await readTicketRow(manager, actor, id), actor);
    });
  }

  private async checkReferences(actor: Actor, { categoryId, priority, requesterId }: CreateTicketDto): Promise<void> {
    const { manager } = this.dataSource;
    if (categoryId && !(await manager.existsBy(Category, { id: categoryId, active: true }))) {
      throw new InvalidBody({
        pointer: '/categoryId',
        code: 'unknown',
        detail: 'Choose one of the active categories.',
      });
    }
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
}

async function isActivePerson(manager: EntityManager, id: string): Promise<boolean> {
  const person = await manager.findOneBy(User, { id });
  return person !== null && person.disabledAt === null;
}
