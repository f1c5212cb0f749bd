import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { UnreadNews } from './unread-news.js';
import { LookAtAllDto, UnreadQueryDto, UnreadTicketsDto } from './unread.dto.js';

@ApiTags('Tickets')
@Controller('unread')
export class UnreadNewsController {
  constructor(private readonly news: UnreadNews) {}

  /** The tickets that I have not looked at since somebody else did something in them, the newest first, and what it was. */
  @Get()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_query')
  list(@CurrentUser() actor: Actor, @Query() query: UnreadQueryDto): Promise<UnreadTicketsDto> {
    return this.news.list(actor, query.limit);
  }

  /** I have looked at all of them. */
  @Delete()
  @HttpCode(204)
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_query')
  lookAtAll(@CurrentUser() actor: Actor, @Query() query: LookAtAllDto): Promise<void> {
    return this.news.lookAtAll(actor, query.until);
  }
}
