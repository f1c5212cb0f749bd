import { APP_BASE_HREF } from '@angular/common';
import { HttpXsrfTokenExtractor, provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideIdleServiceWith,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes';
import { IdleAfterPaint } from './platform/idle';
import { fetchMissingPage } from './platform/missing-page';
import { Organisation } from './platform/organisation';
import { PageLanguage } from './platform/page-language';
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
    provideIdleServiceWith(IdleAfterPaint),
    // The base of the document is the folder of its language, for the files; addresses of pages are the same in all.
    { provide: APP_BASE_HREF, useValue: '/' },
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
      return load(inject(Session), inject(PageLanguage));
    }),
  ],
};

/** Nothing is drawn where the page is about to come again in another language. */
async function load(session: Session, language: PageLanguage): Promise<void> {
  await session.load();
  if (language.follow()) await new Promise(() => undefined);
}
