import { Injectable } from '@nestjs/common';
import {
  type ActorFacts,
  LIMITS,
  mayChangeSnippet,
  maySeeSnippet,
  roleMay,
  unknownVariablesIn,
} from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { isId, newId } from '../../platform/ids.js';
import { Conflict, InvalidBody, NotAllowed, NotFound } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import type { CreateSnippetDto, SnippetDto, SnippetListDto, UpdateSnippetDto } from './snippet.dto.js';
import { Snippet } from './snippet.entity.js';
import { snippetChanged, snippetCreated, snippetDeleted } from './snippet.events.js';

type SnippetRow = Pick<Snippet, 'id' | 'ownerId' | 'name' | 'body' | 'shared' | 'updatedAt'>;

const FIELDS = ['name', 'body', 'shared'] as const;

/** The same rule as `maySeeSnippet`, for staff. */
const LIST = `SELECT id, owner_id AS "ownerId", name, body, shared, updated_at AS "updatedAt"
  FROM snippets WHERE shared OR owner_id = $1 ORDER BY lower(name), id`;

/** Texts that staff keep for their replies. */
@Injectable()
export class Snippets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(reader: ActorFacts): Promise<SnippetListDto> {
    const rows: SnippetRow[] = await this.dataSource.query(LIST, [reader.id]);
    return { items: rows.map((row) => toSnippet(row, reader)) };
  }

  /** @throws InvalidBody for an unknown variable, NotAllowed to share for whoever may not, Conflict when there are too many */
  create(actor: Actor, { name, body, shared = false }: CreateSnippetDto): Promise<SnippetDto> {
    checkVariables(body);
    if (shared) checkMayShare(actor);
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      await lockAll(manager);
      if (shared) await checkRoomForShared(manager);
      else await checkRoomForOwn(manager, actor.id);
      const snippet = { id: newId(), ownerId: actor.id, name, body, shared, createdAt: now, updatedAt: now };
      await manager.insert(Snippet, snippet);
      await transaction.record(snippetCreated(snippet));
      return toSnippet(snippet, actor);
    });
  }

  /** Writes what differs; the trail names the fields. @throws InvalidBody, NotFound, NotAllowed, Conflict */
  change(actor: Actor, id: string, wanted: UpdateSnippetDto): Promise<SnippetDto> {
    if (wanted.body !== undefined) checkVariables(wanted.body);
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      const snippet = await lockForChange(manager, actor, id);
      const fields = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== snippet[field]);
      if (fields.length === 0) return toSnippet(snippet, actor);
      if (fields.includes('shared')) await checkSharing(manager, actor, snippet, wanted.shared === true);
      const written = Object.fromEntries(fields.map((field) => [field, wanted[field]]));
      const changed = { ...snippet, ...written, updatedAt: now };
      await manager.update(Snippet, { id }, { ...written, updatedAt: now });
      await transaction.record(snippetChanged(changed, fields));
      return toSnippet(changed, actor);
    });
  }

  /** @throws NotFound, NotAllowed */
  delete(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const snippet = await lockForChange(transaction.manager, actor, id);
      await transaction.manager.delete(Snippet, { id });
      await transaction.record(snippetDeleted(snippet));
    });
  }
}

function toSnippet(row: SnippetRow, reader: ActorFacts): SnippetDto {
  const { id, name, body, shared, updatedAt } = row;
  return { id, name, body, shared, mayChange: mayChangeSnippet(reader, row), updatedAt: updatedAt.toISOString() };
}

/** A slip in a variable would be noticed by the requester first. */
function checkVariables(body: string): void {
  const [unknown] = unknownVariablesIn(body);
  if (unknown === undefined) return;
  throw new InvalidBody({ pointer: '/body', code: 'unknown', detail: `There is no variable {{${unknown}}}.` });
}

/** One writer after the other, so that the limits hold. Whoever reads waits for nobody. */
async function lockAll(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE snippets IN SHARE ROW EXCLUSIVE MODE');
}

/** @throws NotFound for one that this person does not see, NotAllowed for one that is not his to change */
async function lockForChange(manager: EntityManager, actor: Actor, id: string): Promise<Snippet> {
  await lockAll(manager);
  const snippet = isId(id) ? await manager.findOneBy(Snippet, { id }) : null;
  if (!snippet || !maySeeSnippet(actor, snippet)) throw new NotFound('snippet');
  if (!mayChangeSnippet(actor, snippet)) throw new NotAllowed('Only admins change a shared snippet.');
  return snippet;
}

/** What is shared no more is its owner's again, whoever ends the sharing. */
async function checkSharing(
  manager: EntityManager,
  actor: Actor,
  { ownerId }: Snippet,
  shared: boolean,
): Promise<void> {
  checkMayShare(actor);
  if (shared) await checkRoomForShared(manager);
  else await checkRoomForOwn(manager, ownerId);
}

function checkMayShare(actor: ActorFacts): void {
  if (!roleMay(actor.role, 'snippet.share')) throw new NotAllowed('Only admins share a snippet with all staff.');
}

async function checkRoomForOwn(manager: EntityManager, ownerId: string): Promise<void> {
  if ((await manager.countBy(Snippet, { ownerId, shared: false })) >= LIMITS.snippet.own) {
    throw new Conflict(`One person keeps at most ${LIMITS.snippet.own} snippets. Delete one first.`);
  }
}

async function checkRoomForShared(manager: EntityManager): Promise<void> {
  if ((await manager.countBy(Snippet, { shared: true })) >= LIMITS.snippet.shared) {
    throw new Conflict(`${LIMITS.snippet.shared} snippets are shared already. Delete another first.`);
  }
}
