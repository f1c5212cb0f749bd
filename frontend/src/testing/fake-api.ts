import { HttpErrorResponse, HttpResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { delay, mergeMap, of, throwError } from 'rxjs';
import { problemBody } from './problem-body';

type Answer = () => unknown;

class Refusal {
  constructor(
    readonly code: ErrorCode,
    readonly body: object,
  ) {}
}

/** What an answer gives to be a problem. */
export function refusal(code: ErrorCode, detail: string, errors?: Parameters<typeof problemBody>[2]): Refusal {
  return new Refusal(code, problemBody(code, detail, errors));
}

/**
 * An API that answers by itself. Harnesses wait until nothing is under way, so a page that loads again after an action
 * could never be answered by hand in time.
 */
export class FakeApi {
  readonly calls: HttpRequest<unknown>[] = [];
  private readonly answers = new Map<string, Answer>();

  /** The latest answer to a request counts; `route` is such as `GET /api/v1/users`. */
  on(route: string, answer: Answer): this {
    this.answers.set(route, answer);
    return this;
  }

  /** The bodies that were sent there, in order. */
  bodies(route: string): unknown[] {
    return this.calls.filter((call) => routeOf(call) === route).map(({ body }) => body);
  }

  /** The query of the last request there. */
  query(route: string): string | undefined {
    return this.calls.findLast((call) => routeOf(call) === route)?.params.toString();
  }

  readonly interceptor: HttpInterceptorFn = (request) => {
    this.calls.push(request);
    return of(null).pipe(
      delay(0),
      mergeMap(() => {
        const answer = this.answers.get(routeOf(request));
        const body = answer ? answer() : refusal('not_found', `Nobody answers ${routeOf(request)}.`);
        if (!(body instanceof Refusal)) return of(new HttpResponse({ body }));
        const status = ERROR_CODES[body.code];
        return throwError(() => new HttpErrorResponse({ status, error: body.body, url: request.url }));
      }),
    );
  };
}

function routeOf({ method, url }: HttpRequest<unknown>): string {
  return `${method} ${url}`;
}
