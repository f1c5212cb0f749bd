import { Controller, Get, Header, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import { DataSource } from 'typeorm';
import { Public } from '../auth/access/access.js';
import { Settings } from '../platform/config/settings.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { Problem } from '../platform/problems.js';
import { HealthDto, ReadinessDto } from './health.dto.js';

/** Milliseconds after which a silent database counts as away. */
const PATIENCE = 2_000;

@ApiTags('Operations')
@SkipThrottle()
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Whether the process runs; restart it where this does not answer. */
  @Get('live')
  @Public()
  @Header('Cache-Control', 'no-store')
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** Whether it can do its work now: the database answers. Send no requests here while it says 503. */
  @Get('ready')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiProblems('unavailable')
  async ready(): Promise<ReadinessDto> {
    const answers = await Promise.race([
      this.dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE, false).unref()),
    ]);
    if (!answers) throw new Problem('unavailable', 'The database does not answer.', { retryAfterSeconds: 5 });
    return { status: 'ok', mail: this.settings.mailRoute === 'none' ? 'kept' : 'sent' };
  }
}
