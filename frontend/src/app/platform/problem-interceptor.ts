import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, LOCALE_ID } from '@angular/core';
import { languageOf } from '@deskhand/shared';
import { catchError, from, mergeMap, throwError } from 'rxjs';
import { Connection } from './connection';
import { Problem, problemFrom } from './problem';

/** Turns every failed request into a `Problem`, so that no page has to know HTTP. */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  const language = languageOf(inject(LOCALE_ID));
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
      if (error.status === 0) connection.doubt();
      const problem = problemFrom(error);
      if (language === 'en' || error.status === 0) return throwError(() => problem);
      return from(translated(problem)).pipe(mergeMap((told) => throwError(() => told)));
    }),
  );
};

/** The server explains itself in English. Where the words of the page do not come, its words are better than none. */
async function translated(problem: Problem): Promise<Problem> {
  try {
    const { inReadersWords } = await import('./problem-words');
    return new Problem(inReadersWords(problem.facts));
  } catch {
    return problem;
  }
}
