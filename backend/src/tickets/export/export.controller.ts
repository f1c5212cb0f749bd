import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { sendCsv } from '../../platform/http/csv-download.js';
import { TicketFilters } from '../lists/ticket-query.dto.js';
import { TicketExport } from './export.service.js';

@ApiTags('Import and export')
@Controller('tickets/export')
export class ExportController {
  constructor(
    private readonly tickets: TicketExport,
    private readonly clock: Clock,
  ) {}

  /** The list as CSV that can be imported again; employees get those that they asked for themselves. It is recorded. */
  @Get()
  @Requires('ticket.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query')
  async export(@CurrentUser() actor: Actor, @Query() filters: TicketFilters, @Res() response: Response): Promise<void> {
    const pieces = await this.tickets.start(actor, filters);
    await sendCsv(pieces, { name: 'tickets', day: this.clock.now() }, response);
  }
}
