import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiProblems } from '../platform/http/api-problems.js';
import { requestIdOf } from '../platform/http/request-context.js';
import { type Actor, CurrentUser, Public, Requires } from './access/access.js';
import { Accounts } from './accounts/accounts.service.js';
import { InvitationAcceptance } from './accounts/invitation-acceptance.service.js';
import {
  AcceptInvitationDto,
  ChangePasswordDto,
  LoginDto,
  RegisterDto,
  RegisteredDto,
  ResetPasswordDto,
  SessionDto,
  SessionListDto,
  SignedInDto,
} from './auth.dto.js';
import { BrowserSessions } from './sign-in/browser-sessions.js';
import { Sessions } from './sessions/sessions.service.js';
import { RemoteAddress } from './sign-in/sign-in-source.js';
import { SignIn } from './sign-in/sign-in.service.js';

@ApiTags('Signing in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly invitations: InvitationAcceptance,
    private readonly sessions: Sessions,
    private readonly browser: BrowserSessions,
  ) {}

  /** Makes an account for an employee, where the settings let him, and signs in unless the address is confirmed first. */
  @Post('register')
  @Public()
  @ApiProblems('cross_site', 'registration_closed', 'invalid_body', 'email_taken', 'too_many_requests')
  async register(
    @Body() body: RegisterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegisteredDto> {
    const session = await this.signIn.register(body, this.browser.sourceOf(request));
    return session ? this.browser.welcome(session, response) : { user: null };
  }

  /** Accepts an invitation with the token of its link: sets name and password, and signs in by cookies. */
  @Post('accept-invitation')
  @Public()
  @ApiProblems('cross_site', 'invalid_body', 'invalid_token', 'too_many_requests')
  async acceptInvitation(
    @Body() { token, ...account }: AcceptInvitationDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    const session = await this.invitations.accept(token, account, this.browser.sourceOf(request));
    return this.browser.welcome(session, response);
  }

  /** Signs in with mail address and password, by cookies: for browsers. */
  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiProblems('cross_site', 'wrong_credentials', 'not_allowed', 'invalid_body', 'too_many_requests')
  async login(
    @Body() body: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    return this.browser.welcome(await this.signIn.signIn(body, this.browser.sourceOf(request)), response);
  }

  /** Renews the cookies of a browser's session. */
  @Post('refresh')
  @Public()
  @HttpCode(200)
  @ApiProblems('cross_site', 'session_ended')
  refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignedInDto> {
    return this.browser.renew(request, response);
  }

  /** Ends the session in which this request is made. */
  @Post('logout')
  @Requires('session.own')
  @HttpCode(204)
  @ApiProblems('not_signed_in')
  async logout(@CurrentUser() actor: Actor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(actor, actor.sessionId, 'signed_out');
    this.browser.forget(response);
  }

  /** Where the signed-in person is signed in, the last used first. */
  @Get('sessions')
  @Requires('session.own')
  @ApiProblems('not_signed_in')
  async listSessions(@CurrentUser() actor: Actor): Promise<SessionListDto> {
    const sessions = await this.sessions.list(actor);
    return { items: sessions.map((session) => SessionDto.of(session, actor.sessionId)) };
  }

  /** Ends one of the signed-in person's sessions. */
  @Delete('sessions/:id')
  @Requires('session.own')
  @HttpCode(204)
  @ApiProblems('not_signed_in', 'not_found')
  endSession(@CurrentUser() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.sessions.end(actor, id, 'ended_by_owner');
  }

  /** Ends all of the signed-in person's sessions but this one. */
  @Delete('sessions')
  @Requires('session.own')
  @HttpCode(204)
  @ApiProblems('not_signed_in')
  endOtherSessions(@CurrentUser() actor: Actor): Promise<void> {
    return this.sessions.endOthers(actor);
  }

  /** Changes the own password, with the present one, and ends all other sessions. */
  @Post('change-password')
  @Requires('profile.own')
  @HttpCode(204)
  @ApiProblems('not_signed_in', 'invalid_body', 'too_many_requests')
  changePassword(
    @CurrentUser() actor: Actor,
    @RemoteAddress() address: string,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    return this.accounts.changePassword(actor, address, body.currentPassword, body.newPassword);
  }

  /** Sets a new password with the token of a one-time link, and ends all sessions. */
  @Post('reset-password')
  @Public()
  @HttpCode(204)
  @ApiProblems('invalid_body', 'invalid_token')
  resetPassword(@Body() body: ResetPasswordDto, @Req() request: Request): Promise<void> {
    return this.accounts.resetPassword(body.token, body.password, requestIdOf(request));
  }
}
