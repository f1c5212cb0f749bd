import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../auth/access/access.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { PageQueryDto } from '../platform/http/page.dto.js';
import { ActivityPageDto } from './activity.dto.js';
import { TicketTrail } from './ticket-trail.js';

@ApiTags('Activity')
@Controller('tickets/:id/activity')
export class TicketActivityController {
  constructor(private readonly trail: TicketTrail) {}

  /** Every step of a ticket, with who and when, the oldest first; requesters see the public ones. */
  @Get()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_query', 'not_found')
  list(@CurrentUser() actor: Actor, @Param('id') id: string, @Query() page: PageQueryDto): Promise<ActivityPageDto> {
    return this.trail.list(actor, id, page);
  }
}
