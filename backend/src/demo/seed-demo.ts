import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readInstallationSettings } from '../settings/read-installation-settings.js';
import { SettingsService } from '../settings/settings.service.js';
import { Category } from '../tickets/categories/category.entity.js';
import { Snippets } from '../tickets/snippets/snippets.service.js';
import { COMPANY, FACES } from './company.js';
import { type DemoSize, planDemo } from './plan.js';
import { SHARED_SNIPPETS } from './shared-snippets.js';
import { Stage } from './stage.js';
import { TIME_ZONE } from './working-hours.js';

export interface Seeding {
  /** The clock of the app. */
  readonly clock: { set(time: number): void };
  readonly now: number;
  readonly size: DemoSize;
  readonly pictures: string;
  /** Told now and then how many of all things have been done. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/** Has a small company live through the last months, in a database in which nobody is yet. */
export async function seedDemo(app: INestApplicationContext, seeding: Seeding): Promise<void> {
  const { clock, now, size, onProgress, signal } = seeding;
  const { manager } = app.get(DataSource);
  const { closingDays } = await readInstallationSettings(manager);
  const categories = await manager.find(Category);
  const stage = new Stage(app, new Map(categories.map(({ id, name }) => [name, id])), seeding.pictures);
  const acts = planDemo(now, size, closingDays);
  for (const [done, act] of acts.entries()) {
    signal?.throwIfAborted();
    clock.set(act.at);
    await stage.perform(act);
    if (act.by === null && act.kind === 'join' && act.person === FACES.admin) await introduceCompany(app, stage);
    onProgress?.(done + 1, acts.length);
  }
  // Nobody is told of what never happened.
  await manager.query('DELETE FROM mails');
}

async function introduceCompany(app: INestApplicationContext, stage: Stage): Promise<void> {
  const admin = stage.cast.actor(FACES.admin);
  for (const snippet of SHARED_SNIPPETS) await app.get(Snippets).create(admin, { ...snippet, shared: true });
  await app.get(SettingsService).change(admin, {
    organisationName: COMPANY,
    supportHours: 'Monday to Friday, 8:00 to 17:30',
    supportContact: 'Extension 90, or the IT desk next to reception',
    timeZone: TIME_ZONE,
    registration: 'invitation',
  });
}
