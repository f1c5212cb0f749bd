import { Injectable } from '@nestjs/common';
import type { ActivityKind } from '@deskhand/shared';
import { type EntityManager, In } from 'typeorm';
import { type RecordedEvent, UnitOfWork } from '../../platform/unit-of-work.js';
import { MailPreference } from '../preferences/mail-preference.entity.js';
import { ERASE_COMMENTS, ERASE_NAMES, ERASE_PEOPLE, ERASE_TICKETS } from './statements.js';

/** Takes texts and people that are erased out of the mails that were made of them, in the same transaction, sent or not. */
@Injectable()
export class Erasing {
  constructor(unitOfWork: UnitOfWork) {
    unitOfWork.writeWith(async (events, manager) => {
      await erase(manager, ERASE_TICKETS, of(events, 'ticket.purged'));
      await erase(manager, ERASE_COMMENTS, of(events, 'comment.redacted'));
      await erasePeople(manager, of(events, 'person.erased'));
    });
  }
}

function of(events: readonly RecordedEvent[], kind: ActivityKind): RecordedEvent[] {
  return events.filter((event) => event.kind === kind);
}

async function erase(manager: EntityManager, statement: string, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const subjects = events.map(({ subject }) => subject.id);
  const comments = first.kind === 'comment.redacted' ? [events.map(({ payload }) => payload.commentId)] : [];
  await manager.query(statement, [subjects, ...comments, first.at]);
}

/** Their names and addresses are still in their rows. */
async function erasePeople(manager: EntityManager, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const people = events.map(({ subject }) => subject.id);
  await manager.query(ERASE_NAMES, [people]);
  await manager.query(ERASE_PEOPLE, [people, first.at]);
  await manager.delete(MailPreference, { userId: In(people) });
}
