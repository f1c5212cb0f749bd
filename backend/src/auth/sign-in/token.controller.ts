import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { SECOND } from '../../platform/clock.js';
import { ApiProblems } from '../../platform/http/api-problems.js';
import { requestIdOf } from '../../platform/http/request-context.js';
import { Public } from '../access/access.js';
import { ACCESS_LIFETIME, AccessTokens } from '../access/access-tokens.js';
import { Profiles } from '../accounts/profiles.service.js';
import { REFRESH_TOKEN_EXAMPLE, TokenDto, TokenRequestDto } from '../auth.dto.js';
import { RefreshService } from '../sessions/refresh.service.js';
import { SignIn } from './sign-in.service.js';
import { sourceOf } from './sign-in-source.js';

/** One of the two ways at a time. */
const EXAMPLES = {
  password: { value: { email: 'emma@example.org', password: 'correct horse battery' } satisfies TokenRequestDto },
  refreshToken: { value: { refreshToken: REFRESH_TOKEN_EXAMPLE } satisfies TokenRequestDto },
};

@ApiTags('Signing in')
@Controller('auth/token')
export class TokenController {
  constructor(
    private readonly signIn: SignIn,
    private readonly profiles: Profiles,
    private readonly refreshes: RefreshService,
    private readonly accessTokens: AccessTokens,
  ) {}

  /** Gives an access token for mail address and password, or for a refresh token: for API consumers, without cookies. */
  @Post()
  @Public()
  @HttpCode(200)
  @ApiBody({ type: TokenRequestDto, examples: EXAMPLES })
  @ApiProblems('wrong_credentials', 'session_ended', 'not_allowed', 'invalid_body', 'too_many_requests')
  async token(@Body() body: TokenRequestDto, @Req() request: Request): Promise<TokenDto> {
    const { sessionId, userId, refreshToken } = await this.sessionFor(body, request);
    return {
      accessToken: this.accessTokens.issue(userId, sessionId),
      expiresIn: ACCESS_LIFETIME / SECOND,
      refreshToken,
      user: await this.profiles.of({ id: userId }),
    };
  }

  private async sessionFor(
    { email = '', password = '', refreshToken }: TokenRequestDto,
    request: Request,
  ): Promise<{ sessionId: string; userId: string; refreshToken?: string }> {
    if (refreshToken !== undefined) return this.refreshes.refresh(refreshToken, requestIdOf(request));
    const { id, ...session } = await this.signIn.signIn({ email, password }, sourceOf(request, 'api', null));
    return { ...session, sessionId: id };
  }
}
