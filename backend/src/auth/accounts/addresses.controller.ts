import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { requestIdOf } from '../../platform/http/request-context.js';
import { type Actor, CurrentUser, Public, Requires } from '../access/access.js';
import { RemoteAddress } from '../sign-in/sign-in-source.js';
import { ChangeAddressDto, ForgotPasswordDto, VerifiedEmailDto, VerifyEmailDto } from './addresses.dto.js';
import { Addresses } from './addresses.service.js';
import { Recovery } from './recovery.service.js';

/** What is done by links that come by mail. */
@ApiTags('Signing in')
@Controller('auth')
export class AddressesController {
  constructor(
    private readonly addresses: Addresses,
    private readonly recovery: Recovery,
  ) {}

  /** Confirms a mail address with the token of its link: that of a new account, or the one that it changes to. */
  @Post('verify-email')
  @Public()
  @HttpCode(200)
  @ApiProblems('invalid_body', 'invalid_token', 'email_taken')
  async verify(@Body() { token }: VerifyEmailDto, @Req() request: Request): Promise<VerifiedEmailDto> {
    return { email: await this.addresses.confirm(token, requestIdOf(request)) };
  }

  /** Mails the link that confirms the own address once more. */
  @Post('verify-email/request')
  @Requires('profile.own')
  @HttpCode(202)
  @ApiProblems('not_signed_in', 'conflict', 'too_many_requests')
  requestConfirmation(@CurrentUser() actor: Actor): Promise<void> {
    return this.addresses.requestConfirmation(actor);
  }

  /** Mails a link that sets a new password, if there is an account; the answer does not tell. */
  @Post('forgot-password')
  @Public()
  @HttpCode(202)
  @ApiProblems('invalid_body', 'too_many_requests')
  forgotPassword(
    @Body() { email }: ForgotPasswordDto,
    @RemoteAddress() ip: string,
    @Req() request: Request,
  ): Promise<void> {
    return this.recovery.forgot(email, { ip, requestId: requestIdOf(request) });
  }

  /** Changes the own mail address, with the present password, once the new one is confirmed by the link that is mailed to it. */
  @Post('change-address')
  @Requires('profile.own')
  @HttpCode(202)
  @ApiProblems('not_signed_in', 'invalid_body', 'too_many_requests')
  changeAddress(
    @CurrentUser() actor: Actor,
    @RemoteAddress() ip: string,
    @Body() body: ChangeAddressDto,
  ): Promise<void> {
    return this.addresses.requestChange(actor, ip, body);
  }

  /** Gives up a new mail address that waits for its confirmation. */
  @Delete('change-address')
  @Requires('profile.own')
  @HttpCode(204)
  @ApiProblems('not_signed_in')
  withdrawAddress(@CurrentUser() actor: Actor): Promise<void> {
    return this.addresses.withdrawChange(actor);
  }
}
