import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { READDRESS } from './statements.js';

/** What waits for somebody goes to his new address: he is told there what he would have been told at the old one. */
@Injectable()
export class NewAddresses {
  constructor(unitOfWork: UnitOfWork) {
    unitOfWork.writeWith(async (events, manager) => {
      const people = events.filter(({ kind }) => kind === 'person.address_changed').map(({ subject }) => subject.id);
      if (people.length > 0) await manager.query(READDRESS, [people]);
    });
  }
}
