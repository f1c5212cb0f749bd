import { Module } from '@nestjs/common';
import { ActivityWriter } from './activity.writer.js';
import { MonthsAhead } from './chain/months-ahead.js';
import { TicketActivityController } from './ticket-activity.controller.js';
import { TicketTrail } from './ticket-trail.js';

/** The append-only record of every change. */
@Module({
  controllers: [TicketActivityController],
  providers: [ActivityWriter, MonthsAhead, TicketTrail],
})
export class ActivityModule {}
