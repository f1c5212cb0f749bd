import type { EntityManager } from 'typeorm';
import { InstallationSettings } from './settings.entity.js';

/** The settings as they are now. One row, read when it is needed, so that every process agrees. */
export async function readInstallationSettings(manager: EntityManager): Promise<InstallationSettings> {
  return manager.findOneByOrFail(InstallationSettings, { onlyRow: true });
}
