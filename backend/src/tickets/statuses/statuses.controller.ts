import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { StatusListDto, UpdateStatusesDto } from './status.dto.js';
import { Statuses } from './statuses.service.js';

@ApiTags('Categories and statuses')
@Controller('statuses')
export class StatusesController {
  constructor(private readonly statuses: Statuses) {}

  /** The statuses in their order, with the words that an admin chose for them. */
  @Get()
  @Requires('status.read')
  @ApiProblems('not_signed_in')
  async list(): Promise<StatusListDto> {
    return { items: await this.statuses.list() };
  }

  /** Chooses other words for some statuses, or takes them back: for admins. */
  @Patch()
  @Requires('status.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body')
  async relabel(@CurrentUser() actor: Actor, @Body() { items }: UpdateStatusesDto): Promise<StatusListDto> {
    return { items: await this.statuses.relabel(actor, items) };
  }
}
