import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { SessionThrottlerGuard } from '../platform/http/session-throttler.guard.js';
import { AccessDeclarations } from './access-declarations.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { AccessTokens } from './access-tokens.js';
import { Accounts } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { BrowserSessions } from './browser-sessions.js';
import { Cookies } from './cookies.js';
import { CrossSiteGuard } from './cross-site.guard.js';
import { IdentityGuard } from './identity.guard.js';
import { MeController } from './me.controller.js';
import { OneTimeTokens } from './one-time-tokens.service.js';
import { PasswordGuard } from './password-guard.js';
import { Passwords } from './passwords.js';
import { Profiles } from './profiles.service.js';
import { RefreshService } from './refresh.service.js';
import { Sessions } from './sessions.service.js';
import { SetupController } from './setup.controller.js';
import { Setup } from './setup.service.js';
import { SignInBudgets } from './sign-in-budgets.service.js';
import { SignIn } from './sign-in.service.js';
import { TokenController } from './token.controller.js';

/** In the order in which they stand. The general limit knows who calls, and counts before anybody is turned away. */
const GUARDS = [CrossSiteGuard, IdentityGuard, SessionThrottlerGuard, AccessGuard];

/** Registering, signing in, sessions, and the guards in front of every handler. */
@Module({
  imports: [PassportModule, JwtModule.register({}), DiscoveryModule],
  controllers: [SetupController, AuthController, TokenController, MeController],
  providers: [
    AccessDeclarations,
    AccessTokens,
    AccessTokenStrategy,
    Accounts,
    BrowserSessions,
    Cookies,
    OneTimeTokens,
    PasswordGuard,
    Passwords,
    Profiles,
    RefreshService,
    Sessions,
    Setup,
    SignIn,
    SignInBudgets,
    ...GUARDS.map((useClass) => ({ provide: APP_GUARD, useClass })),
  ],
  exports: [OneTimeTokens, Setup],
})
export class AuthModule {}
