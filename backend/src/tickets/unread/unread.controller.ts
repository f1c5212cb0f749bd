import { Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { UnreadMarks } from './unread-marks.js';

@ApiTags('Tickets')
@Controller('tickets/:id/read')
export class UnreadController {
  constructor(private readonly marks: UnreadMarks) {}

  /** I have looked at this ticket: it is no longer unread for me. */
  @Put()
  @HttpCode(204)
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'not_found')
  look(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.marks.look(actor, id);
  }

  /** Keeps this ticket unread for me until I look again. */
  @Delete()
  @HttpCode(204)
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'not_found')
  setAside(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.marks.setAside(actor, id);
  }
}
