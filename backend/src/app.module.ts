import { type DynamicModule, Module } from '@nestjs/common';
import { ActivityModule } from './activity/activity.module.js';
import { AuthModule } from './auth/auth.module.js';
import { HealthModule } from './health/health.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { LiveModule } from './live/live.module.js';
import { MailModule } from './mail/mail.module.js';
import { type Foundation, PlatformModule } from './platform/platform.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { TicketsModule } from './tickets/tickets.module.js';
import { UsersModule } from './users/users.module.js';

/** The only place that names every feature. */
@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundation),
        ActivityModule,
        AuthModule,
        UsersModule,
        SettingsModule,
        TicketsModule,
        ImportsModule,
        LiveModule,
        MailModule,
        ReportsModule,
        HealthModule,
      ],
    };
  }
}
