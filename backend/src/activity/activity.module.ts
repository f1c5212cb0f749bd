import { Module } from '@nestjs/common';
import { ActivityWriter } from './activity.writer.js';
import { TicketActivityController } from './ticket-activity.controller.js';
import { TicketTrail } from './ticket-trail.js';

/** The append-only record of every change. */
@Module({
  controllers: [TicketActivityController],
  providers: [ActivityWriter, TicketTrail],
})
export class ActivityModule {}
