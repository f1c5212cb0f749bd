import { Module } from '@nestjs/common';
import { ReportScope } from './figures/report-scope.js';
import { ReportsController } from './reports.controller.js';
import { Reports } from './reports.service.js';
import { RollingUp } from './rollups/rolling-up.service.js';

/** Figures about tickets, which know nothing of it. */
@Module({
  controllers: [ReportsController],
  providers: [Reports, ReportScope, RollingUp],
})
export class ReportsModule {}
