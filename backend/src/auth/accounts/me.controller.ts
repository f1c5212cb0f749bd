import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { type Actor, CurrentUser, Requires } from '../access/access.js';
import { MeDto, UpdateMeDto } from '../auth.dto.js';
import { PreferencesDto, UpdatePreferencesDto } from './preferences.dto.js';
import { Profiles } from './profiles.service.js';

@ApiTags('Signing in')
@Controller('auth/me')
export class MeController {
  constructor(private readonly profiles: Profiles) {}

  /** Who is signed in, and what the role may do. */
  @Get()
  @Requires('profile.own')
  @ApiProblems('not_signed_in')
  me(@CurrentUser() actor: Actor): Promise<MeDto> {
    return this.profiles.of(actor);
  }

  /** Changes the own profile. A field that is left out stays; null clears it. */
  @Patch()
  @Requires('profile.own')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body')
  update(@CurrentUser() actor: Actor, @Body() body: UpdateMeDto): Promise<MeDto> {
    return this.profiles.update(actor, body);
  }

  /** How I like to work, wherever I sign in: keys, and what the queue looks like. What is left out stays as it is. */
  @Patch('preferences')
  @Requires('profile.own')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body')
  prefer(@CurrentUser() actor: Actor, @Body() body: UpdatePreferencesDto): Promise<PreferencesDto> {
    return this.profiles.prefer(actor, body);
  }
}
