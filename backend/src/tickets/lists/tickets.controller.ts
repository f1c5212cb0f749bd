import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { tagged } from '../ticket/tagged.js';
import { TicketDto, TicketPageDto } from '../ticket/ticket.dto.js';
import { TicketQueryDto } from './ticket-query.dto.js';
import { TicketSearch } from './ticket-search.js';

@ApiTags('Tickets')
@Controller('tickets')
export class TicketsController {
  constructor(private readonly search: TicketSearch) {}

  /** Tickets that the reader may see, filtered and sorted, a page at a time; the bin is for admins. */
  @Get()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query')
  list(@CurrentUser() actor: Actor, @Query() query: TicketQueryDto): Promise<TicketPageDto> {
    return this.search.list(actor, query);
  }

  /** One ticket. Its `ETag` names the version. */
  @Get(':id')
  @Requires('ticket.read')
  @AnswersWith('ETag')
  @ApiProblems('not_signed_in', 'not_found')
  async read(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return tagged(await this.search.one(actor, id), response);
  }
}
