import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { WatcherAddressDto, WatcherDto, WatchersDto } from './watcher.dto.js';
import { Watchers } from './watchers.service.js';

@ApiTags('Tickets')
@Controller('tickets/:id/watchers')
export class WatchersController {
  constructor(private readonly watchers: Watchers) {}

  /** Who else sees this ticket: for employees the addresses that were typed, for staff the people too. */
  @Get()
  @Requires('ticket.read')
  @ApiProblems('not_signed_in', 'not_found')
  list(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<WatchersDto> {
    return this.watchers.list(actor, id);
  }

  /** Lets whoever has this address see the ticket and its replies, at once or as soon as an account confirms it. */
  @Post()
  @Requires('ticket.watch')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'not_found', 'not_allowed', 'conflict')
  add(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() { email }: WatcherAddressDto): Promise<WatcherDto> {
    return this.watchers.add(actor, id, email);
  }

  /** Takes an address off the ticket; a watcher takes off his own. */
  @Delete()
  @HttpCode(204)
  @Requires('ticket.watch')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body', 'not_found', 'not_allowed', 'conflict')
  remove(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() { email }: WatcherAddressDto): Promise<void> {
    return this.watchers.remove(actor, id, email);
  }
}
