import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { Connection } from './connection';
import { problemFrom } from './problem';

/** Turns every failed request into a `Problem`, so that no page has to know HTTP. */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  return next(request).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
      if (error.status === 0) connection.doubt();
      return throwError(() => problemFrom(error));
    }),
  );
};
