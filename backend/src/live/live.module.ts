import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { EventsController } from './events.controller.js';
import { Events } from './events.service.js';
import { PresenceController } from './presence/presence.controller.js';
import { Presence } from './presence/presence.service.js';
import { Commits } from './stream/commits.js';
import { Entries } from './stream/entries.js';
import { Heartbeat } from './stream/heartbeat.js';
import { LiveHub } from './stream/live-hub.js';
import { Resumption } from './stream/resumption.js';

/** What happens, told to whoever listens; it reads the trail and is a leaf: nobody imports it. */
@Module({
  imports: [AuthModule],
  controllers: [EventsController, PresenceController],
  providers: [Commits, Entries, Events, Heartbeat, LiveHub, Presence, Resumption],
})
export class LiveModule {}
