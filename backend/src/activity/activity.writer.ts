import { Injectable } from '@nestjs/common';
import { type RecordedEvent, UnitOfWork } from '../platform/unit-of-work.js';
import { ActivityEntry } from './activity-entry.entity.js';
import { TextVersion } from './text-version.entity.js';

/** Writes an entry for every event, in the transaction of the change that it records. */
@Injectable()
export class ActivityWriter {
  constructor(unitOfWork: UnitOfWork) {
    unitOfWork.writeWith(async (events, manager) => {
      await manager.insert(ActivityEntry, events.map(entryOf));
      const texts = events.flatMap(textsOf);
      if (texts.length > 0) await manager.insert(TextVersion, texts);
    });
  }
}

function entryOf({ id, at, kind, subject, payload, origin, ...event }: RecordedEvent): Partial<ActivityEntry> {
  const { actorId, requestId, bulkId = null } = origin;
  const about = { subjectType: subject.type, subjectId: subject.id };
  return { id, at, kind, payload, public: event.public, actorId, requestId, bulkId, ...about };
}

function textsOf({ id, subject, texts = [] }: RecordedEvent): Partial<TextVersion>[] {
  return texts.map((text) => ({ commentId: null, ...text, activityId: id, subjectId: subject.id }));
}
