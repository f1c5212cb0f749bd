import { Body, Controller, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { IdempotencyKey, TakesIdempotencyKey } from '../idempotency/idempotency-key.js';
import { succeed } from '../idempotency/success.js';
import { ChangesVersion, tagged } from '../ticket/tagged.js';
import { TicketDto } from '../ticket/ticket.dto.js';
import { TicketWork } from './ticket-work.service.js';
import { AssignDto, ChangeStatusDto, EditTicketDto } from './work.dto.js';

@ApiTags('Tickets')
@Controller('tickets/:id')
export class WorkController {
  constructor(private readonly work: TicketWork) {}

  /** Edits subject, description, category or priority: the requester until work begins, staff until it is closed. */
  @Patch()
  @Requires('ticket.edit')
  @ChangesVersion()
  async edit(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Body() body: EditTicketDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return tagged(await this.work.edit(actor, { id, ifMatch }, body), response);
  }

  /** Moves a ticket to another status, with a reason or a comment where the status needs one. */
  @Post('status')
  @Requires('ticket.change-status')
  @HttpCode(200)
  @TakesIdempotencyKey()
  @ChangesVersion()
  async changeStatus(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @IdempotencyKey() key: string | undefined,
    @Body() body: ChangeStatusDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return succeed(await this.work.changeStatus(actor, { id, ifMatch }, body, key), response);
  }

  /** Assigns a ticket to an agent, to oneself, or to nobody. */
  @Post('assignee')
  @Requires('ticket.assign')
  @HttpCode(200)
  @ChangesVersion()
  async assign(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Body() body: AssignDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return tagged(await this.work.assign(actor, { id, ifMatch }, body.assigneeId), response);
  }
}
