import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../auth/access/access.js';
import { InstallationKeys } from '../platform/config/installation-keys.js';
import { NotFound, Problem } from '../platform/problems.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work.js';
import { OrganisationLogo } from './organisation-logo.entity.js';
import { pictureTypeOf } from './picture-kind.js';
import { settingsChanged } from './settings.events.js';

const ONLY_ROW = { onlyRow: true } as const;

/** Where the logo is, with its version; null where there is none. */
export async function logoUrlIn(manager: EntityManager): Promise<string | null> {
  const logo = await manager.findOne(OrganisationLogo, { where: ONLY_ROW, select: { onlyRow: true, updatedAt: true } });
  return logo && `/api/v1/organisation/logo?v=${versionOf(logo)}`;
}

export function versionOf({ updatedAt }: Pick<OrganisationLogo, 'updatedAt'>): string {
  return String(updatedAt.getTime());
}

/** The organisation's logo. */
@Injectable()
export class Logo {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: InstallationKeys,
  ) {}

  /** @throws NotFound where there is none */
  async read(): Promise<OrganisationLogo> {
    const logo = await this.dataSource.manager.findOneBy(OrganisationLogo, ONLY_ROW);
    if (!logo) throw new NotFound('logo');
    return logo;
  }

  /** @throws Problem `unsupported_media_type` for what is no picture of the three kinds */
  async replace(actor: Actor, bytes: Buffer): Promise<void> {
    const type = pictureTypeOf(bytes);
    if (!type) throw new Problem('unsupported_media_type', 'Choose a PNG, JPEG or WebP picture.');
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now: updatedAt } = transaction;
      const present = await manager.findOneBy(OrganisationLogo, ONLY_ROW);
      if (present?.bytes.equals(bytes)) return;
      await manager.upsert(OrganisationLogo, { ...ONLY_ROW, type, bytes, updatedAt }, ['onlyRow']);
      await this.tell(transaction);
    });
  }

  /** Removing what is not there changes nothing. */
  async remove(actor: Actor): Promise<void> {
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { affected } = await transaction.manager.delete(OrganisationLogo, ONLY_ROW);
      if (affected) await this.tell(transaction);
    });
  }

  private tell(transaction: Transaction): Promise<void> {
    return transaction.record(settingsChanged(this.keys.installationId, ['logo']));
  }
}
