import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../auth/access/access.js';
import { Accounts } from '../auth/accounts/accounts.service.js';
import { Profiles } from '../auth/accounts/profiles.service.js';
import { newId } from '../platform/ids.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { Invitations } from '../users/invitations.service.js';
import { People } from '../users/people.service.js';
import type { PlannedHouseAct } from './acts.js';
import { colleagueCalled, DEMO_PASSWORD } from './company.js';
import { TIME_ZONE } from './working-hours.js';

/** The people of the demo as the product knows them. */
export class Cast {
  private readonly ids = new Map<string, string>();
  private passwordHash: string | null = null;

  constructor(private readonly app: INestApplicationContext) {}

  idOf(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`${name} is not there yet`);
    return id;
  }

  actor(name: string): Actor {
    const { role } = colleagueCalled(name);
    return { id: this.idOf(name), name, role, sessionId: newId(), requestId: newId() };
  }

  async perform(act: Exclude<PlannedHouseAct, { kind: 'close-resolved' }>): Promise<void> {
    const { person, by } = act;
    if (act.kind === 'join') return this.join(person);
    const actor = this.actor(by ?? person);
    if (act.kind === 'introduce') {
      const { phone, place } = colleagueCalled(person);
      await this.app.get(Profiles).update(actor, { phone, place, timeZone: TIME_ZONE });
    } else if (act.kind === 'invite') {
      const { email, name, role } = colleagueCalled(person);
      await this.app.get(Invitations).invite(actor, { email, name, role });
    } else await this.app.get(People).update(actor, this.idOf(person), { disabled: true });
  }

  /** Everybody has the same password, so that it is hashed once. */
  private async join(person: string): Promise<void> {
    const { email, name, role } = colleagueCalled(person);
    const accounts = this.app.get(Accounts);
    const passwordHash = (this.passwordHash ??= await accounts.hashNew(DEMO_PASSWORD, { name, email }));
    const id = await this.app
      .get(UnitOfWork)
      .run({ actorId: null, requestId: null }, (transaction) =>
        accounts.add(transaction, { name, email, role, passwordHash, emailConfirmedAt: transaction.now }),
      );
    this.ids.set(person, id);
  }
}
