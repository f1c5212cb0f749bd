import {
  HttpClient,
  HttpContext,
  HttpXsrfTokenExtractor,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { aMe } from '../../testing/builders';
import { problemBody } from '../../testing/problem-body';
import { type Problem } from './problem';
import { problemInterceptor } from './problem-interceptor';
import { IN_BACKGROUND } from './progress';
import { refreshInterceptor } from './refresh-interceptor';
import { Session } from './session';
import { InstallationXsrfTokenExtractor } from './xsrf-token-extractor';

const REFRESH = '/api/v1/auth/refresh';
const UNAUTHORIZED = { status: 401, statusText: 'Unauthorized' };

describe('an expired access token', () => {
  let http: HttpClient;
  let server: HttpTestingController;
  let session: Session;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor, refreshInterceptor])),
        { provide: HttpXsrfTokenExtractor, useExisting: InstallationXsrfTokenExtractor },
        provideHttpClientTesting(),
      ],
    });
    http = TestBed.inject(HttpClient);
    server = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
    session.begin(aMe());
  });

  afterEach(() => {
    server.verify();
    document.cookie = 'deskhand-xsrf-a1=; path=/; max-age=0';
  });

  function expire(request: TestRequest): void {
    request.flush(problemBody('not_signed_in', 'Sign in first.'), UNAUTHORIZED);
  }

  it('is renewed once for all requests that met it, and each is repeated', async () => {
    const one = firstValueFrom(http.get('/api/v1/tickets'));
    const two = firstValueFrom(http.get('/api/v1/categories'));
    expire(server.expectOne('/api/v1/tickets'));
    expire(server.expectOne('/api/v1/categories'));
    server.expectOne(REFRESH).flush({ user: aMe() });
    server.expectOne('/api/v1/tickets').flush('tickets');
    server.expectOne('/api/v1/categories').flush('categories');
    expect(await one).toBe('tickets');
    expect(await two).toBe('categories');
  });

  it('is renewed again the next time', async () => {
    for (let round = 0; round < 2; round++) {
      const answer = firstValueFrom(http.get('/api/v1/tickets'));
      expire(server.expectOne('/api/v1/tickets'));
      server.expectOne(REFRESH).flush({ user: aMe() });
      server.expectOne('/api/v1/tickets').flush(round);
      expect(await answer).toBe(round);
    }
  });

  it('repeats an unsafe request with the cookie that the renewal brought', async () => {
    document.cookie = 'deskhand-xsrf-a1=old; path=/';
    const answer = firstValueFrom(http.post('/api/v1/tickets', {}));
    const first = server.expectOne('/api/v1/tickets');
    expect(first.request.headers.get('X-XSRF-TOKEN')).toBe('old');
    expire(first);
    document.cookie = 'deskhand-xsrf-a1=new; path=/';
    server.expectOne(REFRESH).flush({ user: aMe() });
    const second = server.expectOne('/api/v1/tickets');
    expect(second.request.headers.get('X-XSRF-TOKEN')).toBe('new');
    second.flush('filed');
    expect(await answer).toBe('filed');
  });

  function lapse(url = '/api/v1/tickets'): void {
    expire(server.expectOne(url));
    server.expectOne(REFRESH).flush(problemBody('session_ended', 'Your session has ended.'), UNAUTHORIZED);
  }

  it('that cannot be renewed makes the request wait until its person has signed in again', async () => {
    const answer = firstValueFrom(http.post('/api/v1/tickets', {}));
    lapse();
    expect(session.isLapsed()).toBe(true);
    expect(session.isAskedBack()).toBe(true);
    expect(session.me()).not.toBeNull();
    session.begin(aMe());
    await Promise.resolve();
    server.expectOne('/api/v1/tickets').flush('filed');
    expect(await answer).toBe('filed');
    expect(session.isLapsed()).toBe(false);
  });

  it.each([
    ['another person signs in', () => session.begin(aMe({ id: 'another' }))],
    ['he does not want to now', () => session.putOff()],
    ['he leaves', () => session.end()],
  ])('repeats nothing where %s', async (_, happen) => {
    const answer = firstValueFrom(http.post('/api/v1/tickets', {})).catch((error: unknown) => error);
    lapse();
    happen();
    expect(((await answer) as Problem).code).toBe('not_signed_in');
  });

  it('asks nobody to sign in for the sake of what nobody waits for', async () => {
    const context = new HttpContext().set(IN_BACKGROUND, true);
    const answer = firstValueFrom(http.get('/api/v1/unread', { context })).catch((error: unknown) => error);
    lapse('/api/v1/unread');
    expect(((await answer) as Problem).code).toBe('not_signed_in');
    expect(session.isLapsed()).toBe(true);
    expect(session.isAskedBack()).toBe(false);
  });

  it('does not end the session where only the network failed', async () => {
    const answer = firstValueFrom(http.get('/api/v1/tickets')).catch((error: unknown) => error);
    expire(server.expectOne('/api/v1/tickets'));
    server.expectOne(REFRESH).error(new ProgressEvent('error'));
    expect(((await answer) as Problem).code).toBe('unreachable');
    expect(session.isSignedIn()).toBe(true);
  });

  it('is none of the business of signing in', async () => {
    const answer = firstValueFrom(http.post('/api/v1/auth/login', {})).catch((error: unknown) => error);
    server
      .expectOne('/api/v1/auth/login')
      .flush(problemBody('wrong_credentials', 'The address or the password is not right.'), UNAUTHORIZED);
    expect(((await answer) as Problem).code).toBe('wrong_credentials');
  });

  it('is asked for only once by a request that fails again', async () => {
    const answer = firstValueFrom(http.get('/api/v1/tickets')).catch((error: unknown) => error);
    expire(server.expectOne('/api/v1/tickets'));
    server.expectOne(REFRESH).flush({ user: aMe() });
    expire(server.expectOne('/api/v1/tickets'));
    expect(((await answer) as Problem).code).toBe('not_signed_in');
  });
});
