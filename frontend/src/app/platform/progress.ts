import { HttpContextToken, type HttpInterceptorFn } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { finalize } from 'rxjs';

/** Whether anything is under way: a request, or a page that is being fetched. */
@Service()
export class Progress {
  private readonly router = inject(Router);
  private readonly requests = signal(0);

  readonly isBusy = computed(() => this.requests() > 0 || this.router.currentNavigation() !== null);

  began(): void {
    this.requests.update((count) => count + 1);
  }

  ended(): void {
    this.requests.update((count) => count - 1);
  }
}

/** On a request that nobody waits for. */
export const IN_BACKGROUND = new HttpContextToken(() => false);

export const progressInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(IN_BACKGROUND)) return next(request);
  const progress = inject(Progress);
  progress.began();
  return next(request).pipe(
    finalize(() => {
      progress.ended();
    }),
  );
};
