import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { describeApi } from './api-docs.js';
import { AppModule } from './app.module.js';
import { APP_OPTIONS, setUpApp } from './app.setup.js';
import { InstallationKeys } from './platform/config/installation-keys.js';
import { ENTITIES } from './entities.js';
import { Settings } from './platform/config/settings.js';
import { createDataSource } from './platform/database/data-source.js';

/** Writes the API's description without a database: `node dist/openapi.js [FILE]`. */
const file = process.argv[2] ?? fileURLToPath(new URL('../../shared/openapi.json', import.meta.url));
const settings = Object.assign(new Settings(), { LOG_LEVEL: 'error' });
const dataSource = createDataSource('postgres://localhost/none', ENTITIES);
const keys = new InstallationKeys('not a secret: nothing is signed here', '00000000-0000-7000-8000-000000000000');
const app = await NestFactory.create<NestExpressApplication>(AppModule.on({ settings, dataSource, keys }), APP_OPTIONS);
setUpApp(app);
writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
process.exit(0);
