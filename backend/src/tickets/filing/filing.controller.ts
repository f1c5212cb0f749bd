import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { IdempotencyKey, TakesIdempotencyKey } from '../idempotency/idempotency-key.js';
import { succeed } from '../idempotency/success.js';
import { TicketDto } from '../ticket/ticket.dto.js';
import { CreateTicketDto } from './create-ticket.dto.js';
import { Filing } from './filing.service.js';

@ApiTags('Tickets')
@Controller('tickets')
export class FilingController {
  constructor(private readonly filing: Filing) {}

  /** Files a ticket; staff may file it on behalf of somebody. */
  @Post()
  @Requires('ticket.create')
  @TakesIdempotencyKey()
  @AnswersWith('Location', 'ETag')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'not_allowed')
  async create(
    @CurrentUser() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Body() body: CreateTicketDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TicketDto> {
    return succeed(await this.filing.file(actor, body, key), response);
  }
}
