import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../auth/access/access.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { EventsQueryDto, LiveEventDto } from './event.dto.js';
import { STREAM_ANSWER } from './stream-description.js';
import { Events } from './events.service.js';
import { PresenceEventDto } from './presence/presence.dto.js';

@ApiTags('Live')
@ApiExtraModels(LiveEventDto, PresenceEventDto)
@Controller('events')
export class EventsController {
  constructor(private readonly events: Events) {}

  /** What happens from now on, as far as the reader may see it, as Server-Sent Events that do not end. */
  @Get()
  @Requires('ticket.read')
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The `id` of the last event that arrived.' })
  @ApiOkResponse(STREAM_ANSWER)
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_query')
  open(
    @CurrentUser() actor: Actor,
    @Query() query: EventsQueryDto,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.events.serve(actor, lastEventId ?? query.lastEventId, response);
  }
}
