import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { TicketFilters } from '../lists/ticket-query.dto.js';
import { TicketExport, writeAll } from './export.service.js';

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
    const day = this.clock.now().toISOString().slice(0, 10);
    response.setHeader('Content-Type', 'text/csv; charset=utf-8');
    response.setHeader('Content-Disposition', `attachment; filename="tickets-${day}.csv"`);
    // Once it has begun, an error cuts the connection: half a file must not look like a whole one.
    await writeAll(pieces, response);
  }
}
