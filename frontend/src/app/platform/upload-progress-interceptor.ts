import { HttpXhrBackend, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';

/** `fetch` does not tell how much of an upload has gone; requests that want to know go the older way. It must be the last. */
export const uploadProgressInterceptor: HttpInterceptorFn = (request, next) =>
  request.reportUploadProgress ? inject(HttpXhrBackend).handle(request) : next(request);
