import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { Public } from '../access/access.js';
import { SetupDto, SetupStateDto, SignedInDto } from '../auth.dto.js';
import { BrowserSessions } from '../sign-in/browser-sessions.js';
import { Setup } from './setup.service.js';

@ApiTags('Setup')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly browser: BrowserSessions,
  ) {}

  /** Whether the first admin is still to be made. */
  @Get()
  @Public()
  async state(): Promise<SetupStateDto> {
    return { needed: await this.setup.isNeeded() };
  }

  /** Makes the first admin with the token of the setup link, and signs in by cookies. */
  @Post()
  @Public()
  @ApiProblems('cross_site', 'invalid_body', 'invalid_token', 'already_set_up', 'email_taken')
  async complete(
    @Body() { token, ...account }: SetupDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    return this.browser.welcome(await this.setup.complete(token, account, this.browser.sourceOf(request)), response);
  }
}
