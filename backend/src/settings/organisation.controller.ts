import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../auth/access/access.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { DAY, SECOND } from '../platform/clock.js';
import { Logo, versionOf } from './logo.service.js';
import { LogoQueryDto, OrganisationDto } from './organisation.dto.js';
import { PICTURE_TYPES } from './picture-kind.js';
import { SettingsService } from './settings.service.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const FOR_EVER = `public, max-age=${(365 * DAY) / SECOND}, immutable`;

@ApiTags('Settings')
@Controller('organisation')
export class OrganisationController {
  constructor(
    private readonly settings: SettingsService,
    private readonly logo: Logo,
  ) {}

  /** What the sign-in page shows, and what everybody may know: name, logo, support, registration, limits. */
  @Get()
  @Public()
  @ApiProblems('unknown_parameter')
  read(): Promise<OrganisationDto> {
    return this.settings.organisation();
  }

  /** The organisation's logo. */
  @Get('logo')
  @Public()
  @ApiOkResponse({ content: Object.fromEntries(PICTURE_TYPES.map((type) => [type, BINARY])) })
  @ApiProblems('invalid_query', 'not_found')
  async readLogo(
    @Query() { v }: LogoQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const logo = await this.logo.read();
    // Whatever a picture may hold, opened by itself it is a page that may do nothing.
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    response.setHeader('Cache-Control', v === versionOf(logo) ? FOR_EVER : 'no-cache');
    return new StreamableFile(logo.bytes, { type: logo.type, length: logo.bytes.length });
  }
}
