import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { MailDetailDto, MailPageDto, MailStateDto } from './mail.dto.js';
import { MailLog } from './mail-log.service.js';
import { MailQueryDto } from './mail-query.dto.js';
import { MailStanding } from './mail-standing.js';

@ApiTags('Mail')
@Controller('mail')
export class MailLogController {
  constructor(
    private readonly log: MailLog,
    private readonly standing: MailStanding,
  ) {}

  /** Every mail and what has become of it, the newest first: for admins. */
  @Get()
  @Requires('mail.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query')
  list(@Query() query: MailQueryDto): Promise<MailPageDto> {
    return this.log.list(query);
  }

  /** Whether there is a mail server, and how many mails wait, failed or were given up: for admins. */
  @Get('state')
  @Requires('mail.manage')
  @ApiProblems('not_signed_in', 'not_allowed')
  readState(): Promise<MailStateDto> {
    return this.standing.read();
  }

  /** One mail with what it said and the server's answers: for admins. */
  @Get(':id')
  @Requires('mail.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found')
  one(@Param('id') id: string): Promise<MailDetailDto> {
    return this.log.one(id);
  }

  /** Sends a mail again that was refused or given up, under its old Message-ID: for admins. It is recorded. */
  @Post(':id/retry')
  @HttpCode(200)
  @Requires('mail.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found', 'conflict')
  retry(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<MailDetailDto> {
    return this.log.retry(actor, id);
  }
}
