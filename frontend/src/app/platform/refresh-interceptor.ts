import {
  HttpClient,
  HttpErrorResponse,
  type HttpEvent,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject, Injector, Service } from '@angular/core';
import { catchError, defer, finalize, from, map, type Observable, of, shareReplay, switchMap, throwError } from 'rxjs';
import { Problem } from './problem';
import { IN_BACKGROUND } from './progress';
import { Session } from './session';
import { InstallationXsrfTokenExtractor } from './xsrf-token-extractor';

const REFRESH_URL = '/api/v1/auth/refresh';

/** A 401 from these is an answer about the credentials themselves; a new access token would not change it. */
const CREDENTIAL_URLS = ['/api/v1/auth/login', '/api/v1/auth/token', REFRESH_URL];

/** Asks for a new access token once, however many requests found theirs expired at the same moment. */
@Service()
class TokenRefresh {
  // HttpClient itself runs the interceptor that injects this class, so it is looked up when it is needed.
  private readonly injector = inject(Injector);
  private running: Observable<boolean> | null = null;

  /** Whether the session goes on. A failure that says nothing about the session (no network) is thrown. */
  once(): Observable<boolean> {
    this.running ??= defer(() => this.injector.get(HttpClient).post(REFRESH_URL, null)).pipe(
      map(() => true),
      catchError((error: unknown) => (endsSession(error) ? of(false) : throwError(() => error))),
      finalize(() => (this.running = null)),
      shareReplay(1),
    );
    return this.running;
  }
}

/**
 * Renews the access token (it lives 15 minutes) behind the scenes and repeats the request that found it expired. Where the
 * session is over the request waits until its person has signed in again, in place: nothing of what he did is lost.
 */
export const refreshInterceptor: HttpInterceptorFn = (request, next) => {
  const refresh = inject(TokenRefresh);
  const xsrf = inject(InstallationXsrfTokenExtractor);
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!isExpiry(error, request)) return throwError(() => error);
      return refresh.once().pipe(
        switchMap((goesOn) => (goesOn ? of(true) : isBack(injector.get(Session), request))),
        switchMap((goesOn) => (goesOn ? repeat(request, next, xsrf.getToken()) : throwError(() => error))),
      );
    }),
  );
};

function isExpiry(error: unknown, request: HttpRequest<unknown>): boolean {
  return error instanceof HttpErrorResponse && error.status === 401 && !CREDENTIAL_URLS.includes(request.url);
}

/** Nobody is asked to sign in for the sake of what he did not ask for himself. */
function isBack(session: Session, request: HttpRequest<unknown>): Observable<boolean> {
  session.lapse();
  const isWaitedFor = session.isLapsed() && !request.context.get(IN_BACKGROUND);
  return isWaitedFor ? from(session.askBack()) : of(false);
}

/** By then the answer went through the outer interceptor and is a `Problem`. */
function endsSession(error: unknown): boolean {
  return error instanceof Problem && (error.facts.status === 401 || error.facts.status === 403);
}

/** The refresh may have changed the cookie, and the request still carries the old header. */
function repeat(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
  token: string | null,
): Observable<HttpEvent<unknown>> {
  const carries = token !== null && request.headers.has('X-XSRF-TOKEN');
  return next(carries ? request.clone({ setHeaders: { 'X-XSRF-TOKEN': token } }) : request);
}
