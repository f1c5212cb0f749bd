import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Response } from 'express';
import { AnswersWith } from '../../platform/http/api-answers.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import type { TicketDto } from './ticket.dto.js';

const IF_MATCH = {
  name: 'If-Match',
  required: true,
  description: 'The version that is changed: the `ETag` it came with, such as `"3"`.',
};

/** How a change of one version of a ticket is called, and the errors that it answers with. */
export function ChangesVersion({ answersTicket } = { answersTicket: true }): MethodDecorator {
  return applyDecorators(
    ApiHeader(IF_MATCH),
    ...(answersTicket ? [AnswersWith('ETag')] : []),
    ApiProblems('not_signed_in', 'not_found', 'not_allowed', 'precondition_required', 'out_of_date', 'conflict'),
  );
}

/** Names the ticket's version in the header of its answer. */
export function tagged(ticket: TicketDto, response: Response): TicketDto {
  response.setHeader('ETag', `"${ticket.version}"`);
  return ticket;
}
