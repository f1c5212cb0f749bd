import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { ViewCounts } from './view-counts.service.js';
import { CreateViewDto, UpdateViewDto, ViewCountsDto, ViewDto, ViewListDto } from './view.dto.js';
import { Views } from './views.service.js';

@ApiTags('Views')
@Controller('views')
export class ViewsController {
  constructor(
    private readonly views: Views,
    private readonly viewCounts: ViewCounts,
  ) {}

  /** The views that the reader has: the standing ones of his role, and for staff their own and the shared ones. */
  @Get()
  @Requires('view.read')
  @ApiProblems('not_signed_in')
  list(@CurrentUser() actor: Actor): Promise<ViewListDto> {
    return this.views.list(actor);
  }

  /** How many tickets each view has for the reader, to 1,000; counted anew every few seconds at most. */
  @Get('counts')
  @Requires('view.read')
  @ApiProblems('not_signed_in')
  counts(@CurrentUser() actor: Actor): Promise<ViewCountsDto> {
    return this.viewCounts.of(actor);
  }

  /** Saves filters, sort and columns under a name: for staff. A person keeps at most 50, and at most 100 are shared. */
  @Post()
  @Requires('view.keep')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'conflict')
  create(@CurrentUser() actor: Actor, @Body() body: CreateViewDto): Promise<ViewDto> {
    return this.views.create(actor, body);
  }

  /** Changes a view: its owner, and admins where it is shared. Of two changes at once the later one stands. */
  @Patch(':id')
  @Requires('view.keep')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'not_found', 'conflict')
  change(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() body: UpdateViewDto): Promise<ViewDto> {
    return this.views.change(actor, id, body);
  }

  /** Deletes a view: its owner, and admins where it is shared. No ticket is touched. */
  @Delete(':id')
  @Requires('view.keep')
  @HttpCode(204)
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found')
  delete(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.views.delete(actor, id);
  }
}
