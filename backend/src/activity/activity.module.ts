import { Module } from '@nestjs/common';
import { ActivityWriter } from './activity.writer.js';
import { MonthsAhead } from './chain/months-ahead.js';
import { TicketActivityController } from './ticket-activity.controller.js';
import { TicketTrail } from './ticket-trail.js';
import { TrailController } from './whole/trail.controller.js';
import { TrailState } from './whole/trail-state.js';
import { WholeTrail } from './whole/whole-trail.js';

/** The append-only record of every change. */
@Module({
  controllers: [TicketActivityController, TrailController],
  providers: [ActivityWriter, MonthsAhead, TicketTrail, TrailState, WholeTrail],
})
export class ActivityModule {}
