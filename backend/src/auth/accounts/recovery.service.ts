import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { resetRequested } from '../auth.events.js';
import { inEqualTime } from './equal-time.js';
import { LinkBudgets } from './link-budgets.service.js';

/** The way back into an account whose password is forgotten. */
@Injectable()
export class Recovery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: LinkBudgets,
  ) {}

  /**
   * Has a link mailed by which the owner sets a new password. Neither answer nor duration tells whether there is an account;
   * a mailbox that got enough of them gets no more for a while, which is not told either.
   *
   * @throws TooManyRequests for a network address that asks too often, whatever it asks for
   */
  async forgot(email: string, { ip, requestId }: { ip: string; requestId: string }): Promise<void> {
    await this.budgets.spendNetwork(ip);
    await inEqualTime(async () => {
      const hasRoom = await this.budgets.hasRoomFor(email);
      await this.unitOfWork.run({ actorId: null, requestId }, async (transaction) => {
        const person = await transaction.manager.findOneBy(User, { email });
        if (hasRoom && person?.passwordHash && !person.disabledAt) await transaction.record(resetRequested(person.id));
      });
    });
  }
}
