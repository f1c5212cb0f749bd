import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Actor, CurrentUser, originOf, Requires } from '../auth/access/access.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { TakesBody } from '../platform/http/takes-body.js';
import { ImportQueryDto, ImportReportDto } from './import.dto.js';
import { Imports } from './imports.service.js';
import { namedByAddress } from './rows/cells.js';

@ApiTags('Import and export')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  /** Makes tickets of the rows of a CSV file of at most 200 MB, gzipped or not; nothing twice: for admins. */
  @Post()
  @Requires('ticket.import')
  @HttpCode(200)
  @TakesBody('text/csv', 'application/gzip')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems('not_signed_in', 'not_allowed', 'invalid_query', 'malformed_request')
  import(
    @CurrentUser() actor: Actor,
    @Query() { map = {}, dryRun, requester }: ImportQueryDto,
    @Req() request: Request,
  ): Promise<ImportReportDto> {
    // An error answers while the rest of the file is still on its way, so the request must outlive its reader.
    const file = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    return this.imports.importTickets(file, {
      map,
      dryRun,
      origin: originOf(actor),
      importerId: actor.id,
      requester: requester === undefined ? null : namedByAddress(requester),
    });
  }
}
