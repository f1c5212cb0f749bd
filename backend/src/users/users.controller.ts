import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../auth/access/access.js';
import { ApiProblems } from '../platform/http/api-problems.js';
import { Erasure } from './erasure.service.js';
import { InvitationDto, InviteDto } from './invitation.dto.js';
import { Invitations } from './invitations.service.js';
import { PeopleSearch } from './people-search.js';
import { People } from './people.service.js';
import {
  ErasePersonDto,
  OneTimeLinkDto,
  PeopleQueryDto,
  PersonDto,
  PersonPageDto,
  PersonWithWorkDto,
  UpdatePersonDto,
} from './user.dto.js';

@ApiTags('People')
@Controller('users')
export class UsersController {
  constructor(
    private readonly search: PeopleSearch,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly erasure: Erasure,
  ) {}

  /** People in the order of their names: for staff. */
  @Get()
  @Requires('people.list')
  @ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query')
  list(@Query() query: PeopleQueryDto): Promise<PersonPageDto> {
    return this.search.list(query);
  }

  /** Invites somebody by a one-time link that an admin hands over; for whoever has not accepted yet, a new link. */
  @Post('invitations')
  @Requires('people.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'invalid_body', 'email_taken', 'conflict')
  invite(@CurrentUser() actor: Actor, @Body() body: InviteDto): Promise<InvitationDto> {
    return this.invitations.invite(actor, body);
  }

  /** One person, with how many open tickets he is responsible for: for staff. */
  @Get(':id')
  @Requires('people.list')
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found')
  one(@Param('id') id: string): Promise<PersonWithWorkDto> {
    return this.search.withWork(id);
  }

  /** Changes a person's role, disables or enables him: for admins. The last active admin stays. */
  @Patch(':id')
  @Requires('people.manage')
  @ApiProblems(
    ...(['not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_body', 'not_found'] as const),
    ...(['last_admin', 'conflict'] as const),
  )
  update(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() body: UpdatePersonDto): Promise<PersonDto> {
    return this.people.update(actor, id, body);
  }

  /** Makes a one-time link that sets a new password, for an admin to hand over. */
  @Post(':id/reset-link')
  @Requires('people.manage')
  @ApiProblems('not_signed_in', 'not_allowed', 'not_found', 'conflict')
  makeResetLink(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<OneTimeLinkDto> {
    return this.people.makeResetLink(actor, id);
  }

  /** Erases who a person is, for good: name, address, sessions, preferences. Tickets, comments and the trail stay: for admins. */
  @Post(':id/erasure')
  @Requires('people.manage')
  @HttpCode(204)
  @ApiProblems('not_signed_in', 'not_allowed', 'invalid_body', 'not_found', 'last_admin')
  erase(@CurrentUser() actor: Actor, @Param('id') id: string, @Body() { handOverTo }: ErasePersonDto): Promise<void> {
    return this.erasure.erase(actor, id, handOverTo);
  }
}
