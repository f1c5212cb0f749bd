import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { StatusListDto } from './status.dto.js';
import { Status } from './status.entity.js';

@ApiTags('Categories and statuses')
@Controller('statuses')
export class StatusesController {
  constructor(private readonly dataSource: DataSource) {}

  /** The statuses in their order, with the words that an admin chose for them. */
  @Get()
  @Requires('status.read')
  @ApiProblems('not_signed_in')
  async list(): Promise<StatusListDto> {
    const statuses = await this.dataSource.manager.find(Status, { order: { position: 'ASC' } });
    return {
      items: statuses.map(({ code, phase, position, labelOverride }) => ({
        code,
        phase,
        position,
        label: labelOverride,
      })),
    };
  }
}
