import { Controller, Delete, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ChangesVersion, tagged } from '../ticket/tagged.js';
import { TicketDto } from '../ticket/ticket.dto.js';
import { TicketWork } from '../work/ticket-work.service.js';
import { DeletionQueryDto } from './bin.dto.js';
import { Bin } from './bin.service.js';

@ApiTags('Tickets')
@Controller('tickets/:id')
export class BinController {
  constructor(
    private readonly work: TicketWork,
    private readonly bin: Bin,
  ) {}

  /** Puts a ticket into the bin; with `purge=true` an admin removes it from there for good, with all that belongs to it. */
  @Delete()
  @Requires('ticket.delete')
  @HttpCode(204)
  @ChangesVersion({ answersTicket: false })
  delete(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Query() { purge }: DeletionQueryDto,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    return purge ? this.bin.purge(actor, { id, ifMatch }) : this.work.delete(actor, { id, ifMatch });
  }

  /** Takes a ticket out of the bin: for admins. */
  @Post('restore')
  @Requires('ticket.restore')
  @HttpCode(200)
  @AnswersWith('ETag')
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found', 'conflict')
  async restore(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return tagged(await this.bin.restore(actor, id), response);
  }
}
