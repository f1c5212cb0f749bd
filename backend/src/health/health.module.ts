import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';

/** What operations ask the process. */
@Module({ controllers: [HealthController] })
export class HealthModule {}
