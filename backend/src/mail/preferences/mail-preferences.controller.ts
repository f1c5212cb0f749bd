import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentUser, Requires } from '../../auth/access/access.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { MailPreferencesDto, UpdateMailPreferencesDto } from './mail-preferences.dto.js';
import { MailPreferences } from './mail-preferences.service.js';

@ApiTags('Mail')
@Controller('auth/me/mail')
export class MailPreferencesController {
  constructor(private readonly preferences: MailPreferences) {}

  /** Which mails I get. What keeps my account safe is always sent. */
  @Get()
  @Requires('profile.own')
  @ApiProblems('not_signed_in')
  read(@CurrentUser() actor: Actor): Promise<MailPreferencesDto> {
    return this.preferences.of(actor);
  }

  /** Chooses which mails I get; what is left out stays as it is. */
  @Put()
  @Requires('profile.own')
  @ApiProblems('not_signed_in', 'unknown_parameter', 'invalid_body')
  async choose(@CurrentUser() actor: Actor, @Body() body: UpdateMailPreferencesDto): Promise<MailPreferencesDto> {
    await this.preferences.choose(actor.id, body.choices);
    return this.preferences.of(actor);
  }
}
