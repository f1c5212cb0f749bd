import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { ActivityEntry } from './activity-entry.entity.js';
import { TextVersion } from './text-version.entity.js';

/** Writes an entry for every event, in the transaction of the change that it records. */
@Injectable()
export class ActivityWriter {
  constructor(unitOfWork: UnitOfWork) {
    unitOfWork.writeWith(async (event, manager) => {
      const { id, at, kind, subject, payload, origin, text } = event;
      await manager.insert(ActivityEntry, {
        id,
        at,
        kind,
        payload,
        public: event.public,
        actorId: origin.actorId,
        requestId: origin.requestId,
        subjectType: subject.type,
        subjectId: subject.id,
      });
      if (text !== undefined) await manager.insert(TextVersion, { activityId: id, subjectId: subject.id, text });
    });
  }
}
