import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { SessionThrottlerGuard } from '../platform/http/session-throttler.guard.js';
import { AccessDeclarations } from './access/access-declarations.js';
import { AccessGuard } from './access/access.guard.js';
import { AccessTokenStrategy } from './access/access-token.strategy.js';
import { AccessTokens } from './access/access-tokens.js';
import { Accounts } from './accounts/accounts.service.js';
import { Addresses } from './accounts/addresses.service.js';
import { AddressesController } from './accounts/addresses.controller.js';
import { AuthController } from './auth.controller.js';
import { BrowserSessions } from './sign-in/browser-sessions.js';
import { Cookies } from './access/cookies.js';
import { CrossSiteGuard } from './access/cross-site.guard.js';
import { IdentityGuard } from './access/identity.guard.js';
import { InvitationAcceptance } from './accounts/invitation-acceptance.service.js';
import { LinkBudgets } from './accounts/link-budgets.service.js';
import { MeController } from './accounts/me.controller.js';
import { OneTimeTokens } from './accounts/one-time-tokens.service.js';
import { PasswordGuard } from './sign-in/password-guard.js';
import { Passwords } from './accounts/passwords.js';
import { Profiles } from './accounts/profiles.service.js';
import { QuietRegistration } from './accounts/quiet-registration.service.js';
import { Recovery } from './accounts/recovery.service.js';
import { RefreshService } from './sessions/refresh.service.js';
import { SessionSweep } from './sessions/session-sweep.js';
import { Sessions } from './sessions/sessions.service.js';
import { SetupController } from './accounts/setup.controller.js';
import { Setup } from './accounts/setup.service.js';
import { SignInBudgets } from './sign-in/sign-in-budgets.service.js';
import { SignIn } from './sign-in/sign-in.service.js';
import { TokenController } from './sign-in/token.controller.js';

/** In the order in which they stand. The general limit knows who calls, and counts before anybody is turned away. */
const GUARDS = [CrossSiteGuard, IdentityGuard, SessionThrottlerGuard, AccessGuard];

/** Registering, signing in, sessions, and the guards in front of every handler. */
@Module({
  imports: [PassportModule, JwtModule.register({}), DiscoveryModule],
  controllers: [SetupController, AuthController, AddressesController, TokenController, MeController],
  providers: [
    AccessDeclarations,
    AccessTokens,
    AccessTokenStrategy,
    Accounts,
    Addresses,
    BrowserSessions,
    Cookies,
    InvitationAcceptance,
    LinkBudgets,
    OneTimeTokens,
    PasswordGuard,
    Passwords,
    Profiles,
    QuietRegistration,
    Recovery,
    RefreshService,
    Sessions,
    SessionSweep,
    Setup,
    SignIn,
    SignInBudgets,
    ...GUARDS.map((useClass) => ({ provide: APP_GUARD, useClass })),
  ],
  exports: [OneTimeTokens, Sessions, Setup],
})
export class AuthModule {}
