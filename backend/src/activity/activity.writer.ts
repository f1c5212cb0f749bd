import { Injectable } from '@nestjs/common';
import { prepared } from '../platform/database/preparing-client.js';
import { type RecordedEvent, UnitOfWork } from '../platform/unit-of-work.js';
import { TextVersion } from './text-version.entity.js';

const APPEND = prepared('SELECT append_activity($1)');

/** Writes an entry for every event, in the transaction of the change that it records. */
@Injectable()
export class ActivityWriter {
  constructor(unitOfWork: UnitOfWork) {
    unitOfWork.writeWith(async (events, manager) => {
      await manager.query(APPEND, [JSON.stringify(events.map(entryOf))]);
      const texts = events.flatMap(textsOf);
      if (texts.length > 0) await manager.insert(TextVersion, texts);
    });
  }
}

/** Under the names of the columns. */
function entryOf({ id, at, kind, subject, payload, origin, ...event }: RecordedEvent): Record<string, unknown> {
  const { actorId: actor_id, requestId: request_id, bulkId: bulk_id } = origin;
  const about = { subject_type: subject.type, subject_id: subject.id };
  return { id, at, kind, payload, public: event.public, actor_id, request_id, bulk_id, ...about };
}

function textsOf({ id, subject, texts = [] }: RecordedEvent): Partial<TextVersion>[] {
  return texts.map((text) => ({ commentId: null, ...text, activityId: id, subjectId: subject.id }));
}
