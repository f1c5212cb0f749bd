import { applyDecorators, Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Filing } from '../filing/filing.service.js';
import { AssignDto, ChangeStatusDto, CreateTicketDto, TicketDto, TicketPageDto } from '../ticket/ticket.dto.js';
import { TicketQueryDto } from './ticket-query.dto.js';
import { TicketSearch } from './ticket-search.js';
import { TicketWork } from '../work/ticket-work.service.js';

const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description: 'The version that is changed: the `ETag` it came with, such as `"3"`.',
};

/** How a change of one version of a ticket is called, and the errors that it answers with. */
function ChangesVersion(): MethodDecorator {
  return applyDecorators(
    ApiHeader(IF_MATCH),
    AnswersWith('ETag'),
    ApiProblems(
      'not_signed_in',
      'invalid_body',
      'not_found',
      'not_allowed',
      'precondition_required',
      'out_of_date',
      'conflict',
    ),
  );
}

@ApiTags('Tickets')
@Controller('tickets')
export class TicketsController {
  constructor(
    private readonly search: TicketSearch,
    private readonly filing: Filing,
    private readonly work: TicketWork,
  ) {}

  /** Tickets that the reader may see, filtered and sorted, a page at a time. */
  @Get()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_query')
  list(@CurrentUser() actor: Actor, @Query() query: TicketQueryDto): Promise<TicketPageDto> {
    return this.search.list(actor, query);
  }

  /** Files a ticket; staff may file it on behalf of somebody. */
  @Post()
  @Requires('ticket.create')
  @AnswersWith('Location', 'ETag')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'not_allowed')
  async create(
    @CurrentUser() actor: Actor,
    @Body() body: CreateTicketDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    const ticket = await this.filing.file(actor, body);
    response.setHeader('Location', `/api/v1/tickets/${ticket.id}`);
    return tagged(ticket, response);
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

  /** Moves a ticket to another status, with a reason or a comment where the status needs one. */
  @Post(':id/status')
  @Requires('ticket.change-status')
  @HttpCode(200)
  @ChangesVersion()
  async changeStatus(
    @CurrentUser() actor: Actor,
    @Param('id') id: string,
    @Body() body: ChangeStatusDto,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return tagged(await this.work.changeStatus(actor, id, body, ifMatch), response);
  }

  /** Assigns a ticket to an agent, to oneself, or to nobody. */
  @Post(':id/assignee')
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
    return tagged(await this.work.assign(actor, id, body.assigneeId, ifMatch), response);
  }
}

function tagged(ticket: TicketDto, response: Response): TicketDto {
  response.setHeader('ETag', `"${ticket.version}"`);
  return ticket;
}
