import { Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../auth/access/access.js';
import { Settings } from '../../platform/config/settings.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { TakesBody } from '../../platform/http/takes-body.js';
import { UnsubscribeQueryDto, UnsubscriptionDto } from './unsubscription.dto.js';
import { Unsubscriptions } from './unsubscriptions.service.js';

/** As mail programs send it; what it says is in the address already. */
const ONE_CLICK = {
  type: 'object',
  properties: { 'List-Unsubscribe': { type: 'string', example: 'One-Click' } },
} as const;

@ApiTags('Mail')
@Controller('mail/unsubscribe')
export class UnsubscriptionsController {
  constructor(
    private readonly unsubscriptions: Unsubscriptions,
    private readonly settings: Settings,
  ) {}

  /** Which mails the link out of a mail is about; changes nothing. A browser that asks for a page is led to the one that asks first. */
  @Get()
  @Public()
  @ApiOkResponse({ type: UnsubscriptionDto })
  @ApiResponse({ status: 303, description: 'To the page that asks.' })
  @ApiProblems('invalid_query', 'invalid_token')
  async look(
    @Query() { token }: UnsubscribeQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UnsubscriptionDto | undefined> {
    if (request.accepts(['json', 'html']) !== 'html') return this.unsubscriptions.look(token);
    response
      .status(303)
      .setHeader('Location', `${this.settings.publicUrl}/unsubscribe?token=${encodeURIComponent(token)}`);
    return undefined;
  }

  /** Stops the mails that the link is about, in one step (RFC 8058): mail programs ask for it without cookies. */
  @Post()
  @HttpCode(200)
  @Public()
  @TakesBody('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({ schema: ONE_CLICK, required: false })
  @ApiProblems('invalid_query', 'invalid_token', 'unsupported_media_type')
  stop(@Query() { token }: UnsubscribeQueryDto): Promise<UnsubscriptionDto> {
    return this.unsubscriptions.choose(token, false);
  }

  /** Takes that back. */
  @Delete()
  @Public()
  @ApiProblems('invalid_query', 'invalid_token')
  resume(@Query() { token }: UnsubscribeQueryDto): Promise<UnsubscriptionDto> {
    return this.unsubscriptions.choose(token, true);
  }
}
