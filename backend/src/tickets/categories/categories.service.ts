import { Injectable } from '@nestjs/common';
import { LIMITS, roleMay, STANDARD_CATEGORIES } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { newId } from '../../platform/ids.js';
import { Conflict, InvalidBody, NotFound } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { CategoryDto, type CreateCategoryDto, type UpdateCategoryDto } from './category.dto.js';
import { Category } from './category.entity.js';
import { categoryChanged, categoryCreated } from './category.events.js';

const FIELDS = ['name', 'description', 'notifyEmail', 'active'] as const;

/** What tickets are about, in the order that admins gave it. */
@Injectable()
export class Categories {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(actor: Actor): Promise<CategoryDto[]> {
    const categories = await inOrder(this.dataSource.manager);
    return categories.map((category) => CategoryDto.of(category, roleMay(actor.role, 'category.manage')));
  }

  /** Adds one at the end. @throws InvalidBody for a name that is taken, Conflict when there are too many */
  create(actor: Actor, { name, description = '', notifyEmail = null }: CreateCategoryDto): Promise<CategoryDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager } = transaction;
      const others = await lockAll(manager);
      if (others.length >= LIMITS.category.max) {
        throw new Conflict(`There are ${LIMITS.category.max} categories already. Use one of them again.`);
      }
      checkName(name, others);
      const position = Math.max(0, ...others.map((other) => other.position)) + 1;
      const category = { id: newId(), name, standard: null, description, notifyEmail, position, active: true };
      await manager.insert(Category, category);
      await transaction.record(categoryCreated(category.id));
      return CategoryDto.of(category, true);
    });
  }

  /** Writes what differs; the trail names the fields. @throws NotFound, InvalidBody for a name that is taken */
  change(actor: Actor, id: string, wanted: UpdateCategoryDto): Promise<CategoryDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager } = transaction;
      const all = await lockAll(manager);
      const category = all.find((each) => each.id === id);
      if (!category) throw new NotFound('category');
      const others = all.filter((each) => each !== category);
      const change = withWords(category, wanted);
      if (change.name !== undefined) checkName(change.name, others);
      const fields: string[] = FIELDS.filter(
        (field) => change[field] !== undefined && change[field] !== category[field],
      );
      const changed = Object.fromEntries(FIELDS.map((field) => [field, change[field]]));
      if (fields.length > 0) await manager.update(Category, { id }, changed);
      if (change.position !== undefined && (await move(manager, all, category, change.position))) {
        fields.push('position');
      }
      if (fields.length > 0) await transaction.record(categoryChanged(id, fields));
      return CategoryDto.of(await manager.findOneByOrFail(Category, { id }), true);
    });
  }
}

function inOrder(manager: EntityManager): Promise<Category[]> {
  return manager.find(Category, { order: { position: 'ASC', name: 'ASC', id: 'ASC' } });
}

/** One admin orders after the other, and names stay unique; whoever files a ticket meanwhile waits for nobody. */
async function lockAll(manager: EntityManager): Promise<Category[]> {
  await manager.query('LOCK TABLE categories IN SHARE ROW EXCLUSIVE MODE');
  return inOrder(manager);
}

type CategoryChange = Omit<UpdateCategoryDto, 'name' | 'description'> &
  Partial<Record<'name' | 'description', string | undefined>>;

/** With what null stands for. @throws InvalidBody for the name of a category that has none to go back to */
function withWords({ standard }: Category, { name, description, ...others }: UpdateCategoryDto): CategoryChange {
  const words = standard ? STANDARD_CATEGORIES[standard] : { name: undefined, description: '' };
  if (name === null && words.name === undefined) {
    throw new InvalidBody({ pointer: '/name', code: 'needed', detail: 'Enter a name.' });
  }
  return {
    ...others,
    name: name === null ? words.name : name,
    description: description === null ? words.description : description,
  };
}

function checkName(name: string, others: readonly Category[]): void {
  const taken = others.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!taken) return;
  const detail = taken.active
    ? 'There is a category of this name already. Choose another name.'
    : 'There is a category of this name already, which is not active. Activate it, or choose another name.';
  throw new InvalidBody({ pointer: '/name', code: 'taken', detail });
}

/** Gives everybody the place that follows; returns whether the category stands elsewhere now. */
async function move(manager: EntityManager, all: Category[], category: Category, place: number): Promise<boolean> {
  const from = all.indexOf(category);
  const order = all.toSpliced(from, 1).toSpliced(place - 1, 0, category);
  if (order.indexOf(category) === from) return false;
  const moved = order
    .map(({ id, position }, at) => ({ id, position, next: at + 1 }))
    .filter((each) => each.position !== each.next);
  for (const { id, next } of moved) await manager.update(Category, { id }, { position: next });
  return true;
}
