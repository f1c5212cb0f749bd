import { Module } from '@nestjs/common';
import { Logo } from './logo.service.js';
import { OrganisationController } from './organisation.controller.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';

/** What an admin settles for the whole installation, and what of it everybody may know. */
@Module({
  controllers: [SettingsController, OrganisationController],
  providers: [Logo, SettingsService],
})
export class SettingsModule {}
