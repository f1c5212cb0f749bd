import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { PresenceDto, SetPresenceDto } from './presence.dto.js';
import { Presence } from './presence.service.js';

@ApiTags('Live')
@Controller('tickets/:id/presence')
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  /** I look at this ticket, answer it, or have left; who else is there. Forgotten after 40 seconds, so say it again every 15. */
  @Put()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'not_found')
  put(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() { state }: SetPresenceDto): Promise<PresenceDto> {
    return this.presence.put(actor, id, state);
  }
}
