import { HttpXsrfTokenExtractor, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes';
import { fetchMissingPage } from './platform/missing-page';
import { Organisation } from './platform/organisation';
import { PageTitle } from './platform/page-title';
import { problemInterceptor } from './platform/problem-interceptor';
import { progressInterceptor } from './platform/progress';
import { refreshInterceptor } from './platform/refresh-interceptor';
import { Session } from './platform/session';
import { upgradeInterceptor } from './platform/upgrade';
import { uploadProgressInterceptor } from './platform/upload-progress-interceptor';
import { InstallationXsrfTokenExtractor } from './platform/xsrf-token-extractor';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'disabled' }),
      withNavigationErrorHandler((error) => void fetchMissingPage(error)),
    ),
    // The first stands outermost: the refresh sees raw answers, and its callers see problems.
    provideHttpClient(
      withInterceptors([
        ...[progressInterceptor, problemInterceptor, refreshInterceptor, upgradeInterceptor],
        uploadProgressInterceptor,
      ]),
    ),
    { provide: HttpXsrfTokenExtractor, useExisting: InstallationXsrfTokenExtractor },
    PageTitle,
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => {
      // Asked at the same time, but nothing waits for it.
      void inject(Organisation).load();
      return inject(Session).load();
    }),
  ],
};
