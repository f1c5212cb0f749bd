import { isStaffRole } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { InvalidBody } from '../../platform/problems.js';
import { User } from '../../users/user.entity.js';
import { Category } from '../categories/category.entity.js';
import { badAssignee, NOT_WORKING } from './steps.js';

/** @throws InvalidBody unless an agent or admin with an active account */
export async function checkAssignee(
  manager: EntityManager,
  id: string | null | undefined,
  pointer?: string,
): Promise<void> {
  if (id === null || id === undefined) return;
  const person = await manager.findOneBy(User, { id });
  if (!person || person.disabledAt || !isStaffRole(person.role)) {
    throw badAssignee(NOT_WORKING, pointer);
  }
}

/** The category that a call names, if it names one. @throws InvalidBody where there is none */
export async function namedCategory(manager: EntityManager, id: string | null | undefined): Promise<Category | null> {
  if (id === null || id === undefined) return null;
  const category = await manager.findOneBy(Category, { id });
  if (!category) throw notChoosable();
  return category;
}

/** Inactive ones stay with the tickets that have them. @throws InvalidBody */
export function checkChoice(category: Category | null, present: string | null): void {
  if (category && !category.active && category.id !== present) throw notChoosable();
}

function notChoosable(): InvalidBody {
  return new InvalidBody({
    pointer: '/categoryId',
    code: 'unknown',
    detail: 'Choose one of the active categories.',
  });
}
