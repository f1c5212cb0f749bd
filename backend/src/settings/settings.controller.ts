import { Body, Controller, Delete, Get, HttpCode, Patch, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../auth/access/access.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { TakesBody } from '../platform/http/takes-body.js';
import { Logo } from './logo.service.js';
import { readPicture } from './read-picture.js';
import { SettingsDto, UpdateSettingsDto } from './settings.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly logo: Logo,
  ) {}

  /** The settings of the installation: for admins. */
  @Get()
  @Requires('settings.manage')
  @ApiProblems('not_signed_in', 'not_allowed')
  read(): Promise<SettingsDto> {
    return this.settings.read();
  }

  /** Changes some settings, at once and for everybody: for admins. */
  @Patch()
  @Requires('settings.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body')
  change(@CurrentUser() actor: Actor, @Body() body: UpdateSettingsDto): Promise<SettingsDto> {
    return this.settings.change(actor, body);
  }

  /** Sets the organisation's logo: PNG, JPEG or WebP, decided by the content, of at most 512 kB. */
  @Put('logo')
  @Requires('settings.manage')
  @TakesBody('image/*')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiProblems('not_signed_in', 'not_allowed', 'invalid_body', 'too_large', 'unsupported_media_type')
  async replaceLogo(
    @CurrentUser() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SettingsDto> {
    await this.logo.replace(actor, await readPicture(request, response));
    return this.settings.read();
  }

  /** Takes the organisation's logo away. */
  @Delete('logo')
  @Requires('settings.manage')
  @HttpCode(204)
  @ApiProblems('not_signed_in', 'not_allowed')
  removeLogo(@CurrentUser() actor: Actor): Promise<void> {
    return this.logo.remove(actor);
  }
}
