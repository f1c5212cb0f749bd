import { Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { TicketDto } from '../ticket/ticket.dto.js';
import { tagged } from '../ticket/tagged.js';
import { Undo } from './undo.service.js';

@ApiTags('Tickets')
@Controller('tickets/:id/undo')
export class UndoController {
  constructor(private readonly undo: Undo) {}

  /** Undoes the caller's own last change, within ten minutes and unless somebody changed the ticket since. */
  @Post()
  @Requires('ticket.undo')
  @HttpCode(200)
  @AnswersWith('ETag')
  @ApiProblems('not_signed_in', 'not_found', 'conflict')
  async undoLastChange(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return tagged(await this.undo.undo(actor, id), response);
  }
}
