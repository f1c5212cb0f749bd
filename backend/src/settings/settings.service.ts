import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../auth/access/access.js';
import { InstallationKeys } from '../platform/config/installation-keys.js';
import { Settings } from '../platform/config/settings.js';
import { InvalidBody } from '../platform/problems.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { logoUrlIn } from './logo.service.js';
import { OrganisationDto } from './organisation.dto.js';
import { readInstallationSettings } from './read-installation-settings.js';
import { SettingsDto, type UpdateSettingsDto } from './settings.dto.js';
import { InstallationSettings } from './settings.entity.js';
import { settingsChanged } from './settings.events.js';

type Field = keyof UpdateSettingsDto;

/** What admins settle for the whole installation. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: InstallationKeys,
    private readonly deployment: Settings,
  ) {}

  async read(): Promise<SettingsDto> {
    const { manager } = this.dataSource;
    return SettingsDto.of(await readInstallationSettings(manager), await logoUrlIn(manager));
  }

  /** What everybody may know. */
  async organisation(): Promise<OrganisationDto> {
    const { manager } = this.dataSource;
    const sendsMail = this.deployment.mailRoute !== 'none';
    return OrganisationDto.of(await readInstallationSettings(manager), await logoUrlIn(manager), sendsMail);
  }

  /** Writes what differs; the trail names the fields. @throws InvalidBody where the settings would contradict each other */
  async change(actor: Actor, change: UpdateSettingsDto): Promise<SettingsDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager, now } = transaction;
      const settings = await manager.findOneOrFail(InstallationSettings, {
        where: { onlyRow: true },
        lock: { mode: 'pessimistic_write' },
      });
      const fields = (Object.keys(change) as Field[]).filter(
        (field) => change[field] !== undefined && !isSame(change[field], settings[field]),
      );
      if (fields.length > 0) {
        const changed = Object.fromEntries(fields.map((field) => [field, change[field]]));
        const before = { ...settings };
        Object.assign(settings, changed, { updatedAt: now });
        checkTogether(settings);
        await manager.update(InstallationSettings, { onlyRow: true }, { ...changed, updatedAt: now });
        await transaction.record(settingsChanged(this.keys.installationId, fields, { from: before, to: changed }));
      }
      return SettingsDto.of(settings, await logoUrlIn(manager));
    });
  }
}

/** Domains are a list; everything else is a plain value. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What one field cannot know of the others. */
function checkTogether(settings: InstallationSettings): void {
  if (settings.registration === 'domains' && settings.registrationDomains.length === 0) {
    const detail = 'Enter at least one domain, or choose who else may register.';
    throw new InvalidBody({ pointer: '/registrationDomains', code: 'needed', detail });
  }
  if (settings.sessionIdleDays > settings.sessionDays) {
    const detail = 'A session cannot stay unused for longer than it lasts. Enter fewer days.';
    throw new InvalidBody({ pointer: '/sessionIdleDays', code: 'too_long', detail });
  }
}
