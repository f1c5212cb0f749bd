import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { BulkAnswerDto, BulkChangeDto } from './bulk.dto.js';
import { Bulk } from './bulk.service.js';

@ApiTags('Tickets')
@Controller('tickets/bulk')
export class BulkController {
  constructor(private readonly bulk: Bulk) {}

  /** Makes the same change to up to 200 tickets, each for itself, with a result for each: for staff. */
  @Post()
  @Requires('ticket.change-many')
  @HttpCode(200)
  @ApiProblems('not_signed_in', 'not_allowed')
  change(@CurrentUser() actor: Actor, @Body() { ids, change }: BulkChangeDto): Promise<BulkAnswerDto> {
    return this.bulk.change(actor, ids, change);
  }

  /** Undoes a bulk change for those tickets that nobody changed since, within ten minutes. */
  @Post(':bulkId/undo')
  @Requires('ticket.change-many')
  @HttpCode(200)
  @ApiProblems('not_signed_in', 'not_allowed', 'conflict')
  undo(@CurrentUser() actor: Actor, @Param('bulkId') bulkId: string): Promise<BulkAnswerDto> {
    return this.bulk.undo(actor, bulkId);
  }
}
