import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { sendCsv } from '../../platform/http/csv-download.js';
import { TrailPageDto, TrailStateDto } from './trail.dto.js';
import { TrailFilters, TrailQueryDto } from './trail-query.dto.js';
import { TrailState } from './trail-state.js';
import { WholeTrail } from './whole-trail.js';

@ApiTags('Activity')
@Controller('activity')
export class TrailController {
  constructor(
    private readonly trail: WholeTrail,
    private readonly state: TrailState,
    private readonly clock: Clock,
  ) {}

  /** Who did what, the newest first: for admins. */
  @Get()
  @Requires('trail.read')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query')
  list(@CurrentUser() actor: Actor, @Query() query: TrailQueryDto): Promise<TrailPageDto> {
    return this.trail.list(actor, query);
  }

  /** How much of the trail is here, since when, and where its chains end. */
  @Get('state')
  @Requires('trail.read')
  @ApiProblems('not_signed_in', 'not_allowed')
  readState(): Promise<TrailStateDto> {
    return this.state.read();
  }

  /** The trail as it is filtered, as CSV. It is recorded. */
  @Get('export')
  @Requires('trail.read')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query')
  async export(@CurrentUser() actor: Actor, @Query() filters: TrailFilters, @Res() response: Response): Promise<void> {
    await sendCsv(await this.trail.export(actor, filters), { name: 'trail', day: this.clock.now() }, response);
  }
}
