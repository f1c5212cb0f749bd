import { type ActorFacts, roleMay, type StandingView } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import type { SavedView } from './saved-view.entity.js';
import type { StandingViewDto, ViewDto, ViewFiltersDto } from './view.dto.js';

export type ViewRow = Omit<SavedView, 'owner'> & { readonly ownerName: string };

const QUERY = `SELECT v.id, v.owner_id AS "ownerId", u.name AS "ownerName", v.name, v.shared, v.filters, v.sort, v.columns,
    v.created_at AS "createdAt", v.updated_at AS "updatedAt"
  FROM saved_views v JOIN users u ON u.id = v.owner_id
  WHERE v.shared OR v.owner_id = $1 ORDER BY lower(v.name), v.id`;

/** Those that the reader sees, by name: the same rule as `maySeeView`. */
export async function readViews(manager: EntityManager, reader: ActorFacts): Promise<ViewRow[]> {
  return roleMay(reader.role, 'view.keep') ? manager.query(QUERY, [reader.id]) : [];
}

export function toView(row: ViewRow, reader: ActorFacts): ViewDto {
  const { id, name, shared, ownerId, ownerName, filters, sort, columns, createdAt, updatedAt } = row;
  return {
    ...{ id, name, shared, owner: { id: ownerId, name: ownerName }, mine: ownerId === reader.id },
    ...{ filters: filters as ViewFiltersDto, sort, columns },
    ...{ createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
  };
}

export function toStanding({ id, name, filters, sort }: StandingView): StandingViewDto {
  return { id, name, filters: filters as ViewFiltersDto, sort };
}
