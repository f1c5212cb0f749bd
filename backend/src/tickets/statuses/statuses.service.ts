import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { InstallationKeys } from '../../platform/config/installation-keys.js';
import { type DomainEvent, UnitOfWork } from '../../platform/unit-of-work.js';
import type { StatusDto, StatusLabelDto } from './status.dto.js';
import { Status } from './status.entity.js';

const relabelled = (installationId: string, codes: readonly string[]): DomainEvent => ({
  kind: 'status.relabelled',
  subject: { type: 'installation', id: installationId },
  public: false,
  payload: { codes },
});

/** The words that people read for each status. What statuses do is settled in `shared`. */
@Injectable()
export class Statuses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: InstallationKeys,
  ) {}

  list(): Promise<StatusDto[]> {
    return listFrom(this.dataSource.manager);
  }

  /** Writes the labels that differ. */
  relabel(actor: Actor, labels: readonly StatusLabelDto[]): Promise<StatusDto[]> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager } = transaction;
      const statuses = await manager.find(Status, { order: { code: 'ASC' }, lock: { mode: 'pessimistic_write' } });
      const present = new Map(statuses.map(({ code, labelOverride }) => [code, labelOverride]));
      const changed = labels.filter(({ code, label }) => present.get(code) !== label);
      for (const { code, label } of changed) await manager.update(Status, { code }, { labelOverride: label });
      const codes = changed.map(({ code }) => code);
      if (codes.length > 0) await transaction.record(relabelled(this.keys.installationId, codes));
      return listFrom(manager);
    });
  }
}

async function listFrom(manager: EntityManager): Promise<StatusDto[]> {
  const statuses = await manager.find(Status, { order: { position: 'ASC' } });
  return statuses.map(({ code, phase, position, labelOverride }) => ({ code, phase, position, label: labelOverride }));
}
