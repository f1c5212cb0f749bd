import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { AfterListening } from './after-listening.js';
import { Clock, MINUTE } from './clock.js';
import { Notifications } from './database/notifications.js';
import { InstallationKeys } from './config/installation-keys.js';
import { Settings } from './config/settings.js';
import { FileStore } from './files/file-store.js';
import { openFileStore } from './files/open-file-store.js';
import { EdgeInterceptor } from './http/edge.interceptor.js';
import { EdgePipe } from './http/edge.pipe.js';
import { loggingOptions } from './http/logging.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Jobs } from './jobs/jobs.js';
import { UnitOfWork } from './unit-of-work.js';

/** What must be known before the app is built. */
export interface Foundation {
  readonly settings: Settings;
  /** Opened by whoever starts the app, or left closed where only the API's description is made. */
  readonly dataSource: DataSource;
  readonly keys: InstallationKeys;
  /** Another one than the real one, for tests and for a past that is made up. */
  readonly clock?: Clock;
}

/** What any application would need; it knows no feature. */
@Global()
@Module({
  providers: [AfterListening, Jobs, Notifications, UnitOfWork],
  exports: [AfterListening, Jobs, Notifications, UnitOfWork],
})
export class PlatformModule {
  static on({ settings, dataSource, keys, clock = new Clock() }: Foundation): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot(loggingOptions(settings)),
        ThrottlerModule.forRoot([{ ttl: MINUTE, limit: settings.RATE_LIMIT }]),
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSource.options, manualInitialization: true }),
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
      ],
      providers: [
        { provide: Clock, useValue: clock },
        { provide: Settings, useValue: settings },
        { provide: InstallationKeys, useValue: keys },
        { provide: FileStore, useFactory: () => openFileStore(settings) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EdgeInterceptor },
        { provide: APP_PIPE, useClass: EdgePipe },
      ],
      exports: [Clock, Settings, InstallationKeys, FileStore],
    };
  }
}
