import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type ActorFacts,
  columnsInOrder,
  DEFAULT_COLUMNS,
  LIMITS,
  mayChangeView,
  maySeeView,
  standingViewsFor,
} from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { isId, newId } from '../../platform/ids.js';
import { Conflict, NotAllowed, NotFound } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { filtersSet } from '../../platform/http/filters-set.js';
import { SavedView } from './saved-view.entity.js';
import { type CreateViewDto, type UpdateViewDto, type ViewDto, type ViewListDto } from './view.dto.js';
import { viewChanged, viewCreated, viewDeleted } from './view.events.js';
import { readViews, toStanding, toView } from './view-rows.js';

const FIELDS = ['name', 'shared', 'filters', 'sort', 'columns'] as const;

/** What staff save of the queue. */
@Injectable()
export class Views {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(reader: ActorFacts): Promise<ViewListDto> {
    const rows = await readViews(this.dataSource.manager, reader);
    return { standing: standingViewsFor(reader.role).map(toStanding), items: rows.map((row) => toView(row, reader)) };
  }

  /** @throws Conflict when there are too many */
  create(
    actor: Actor,
    { name, shared = false, filters, sort = '-createdAt', columns }: CreateViewDto,
  ): Promise<ViewDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      await lockAll(manager);
      if ((await manager.countBy(SavedView, { ownerId: actor.id })) >= LIMITS.view.own) {
        throw new Conflict(`You have ${LIMITS.view.own} views already. Delete one first.`);
      }
      if (shared) await checkRoomForShared(manager);
      const chosen = columnsInOrder(columns ?? DEFAULT_COLUMNS);
      const fields = { name, shared, filters: filtersSet(filters), sort, columns: chosen };
      const view = { id: newId(), ownerId: actor.id, ...fields, createdAt: now, updatedAt: now };
      await manager.insert(SavedView, view);
      await transaction.record(viewCreated(view));
      return toView({ ...view, ownerName: actor.name }, actor);
    });
  }

  /** Writes what differs; the trail names the fields. @throws NotFound, NotAllowed, Conflict when too many are shared */
  change(actor: Actor, id: string, { filters, columns, ...change }: UpdateViewDto): Promise<ViewDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      const view = await lockForChange(manager, actor, id);
      const wanted: Partial<SavedView> = {
        ...change,
        ...(filters && { filters: filtersSet(filters) }),
        ...(columns && { columns: columnsInOrder(columns) }),
      };
      const fields = FIELDS.filter(
        (field) => wanted[field] !== undefined && !isDeepStrictEqual(wanted[field], view[field]),
      );
      if (fields.includes('shared') && wanted.shared) await checkRoomForShared(manager);
      const written = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
      const changed = { ...view, ...written, ...(fields.length > 0 && { updatedAt: now }) };
      if (fields.length > 0) {
        await manager.update(SavedView, { id }, { ...written, updatedAt: now });
        await transaction.record(viewChanged(changed, fields));
      }
      return toView({ ...changed, ownerName: view.owner.name }, actor);
    });
  }

  /** @throws NotFound, NotAllowed */
  delete(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const view = await lockForChange(transaction.manager, actor, id);
      await transaction.manager.delete(SavedView, { id });
      await transaction.record(viewDeleted(view));
    });
  }
}

/** One writer after the other, so that the limits hold. Whoever reads waits for nobody. */
async function lockAll(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE saved_views IN SHARE ROW EXCLUSIVE MODE');
}

/** @throws NotFound for a view that this person does not see, NotAllowed for one that is not his to change */
async function lockForChange(manager: EntityManager, actor: Actor, id: string): Promise<SavedView> {
  await lockAll(manager);
  const view = isId(id) ? await manager.findOne(SavedView, { where: { id }, relations: { owner: true } }) : null;
  if (!view || !maySeeView(actor, view)) throw new NotFound('view');
  if (!mayChangeView(actor, view)) throw new NotAllowed('Only its owner and admins change a shared view.');
  return view;
}

async function checkRoomForShared(manager: EntityManager): Promise<void> {
  if ((await manager.countBy(SavedView, { shared: true })) >= LIMITS.view.shared) {
    throw new Conflict(`${LIMITS.view.shared} views are shared already. Keep it to yourself, or delete another first.`);
  }
}
