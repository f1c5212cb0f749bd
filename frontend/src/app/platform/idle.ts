import { type IdleService, Service } from '@angular/core';
import { animationFrames, last, Observable, type Subscription, switchMap, take } from 'rxjs';

/** Emits once the browser has nothing better to do; at once where it does not tell, as Safari. */
export function idle(): Observable<void> {
  return new Observable((subscriber) => {
    const go = (): void => {
      subscriber.next();
      subscriber.complete();
    };
    if (typeof requestIdleCallback === 'undefined') {
      go();
      return undefined;
    }
    const handle = requestIdleCallback(go);
    return () => {
      cancelIdleCallback(handle);
    };
  });
}

/**
 * For what a page puts off: a browser calls itself idle also before it has shown what was just drawn, and what is fetched then
 * comes before that on a slow line. The second frame begins once the first is on its way to the screen.
 */
@Service()
export class IdleAfterPaint implements IdleService {
  private readonly waiting = new Map<number, Subscription>();
  private lastId = 0;

  requestOnIdle(callback: () => void): number {
    const id = ++this.lastId;
    const idleAfterPaint = animationFrames().pipe(
      take(2),
      last(),
      switchMap(() => idle()),
    );
    this.waiting.set(
      id,
      idleAfterPaint.subscribe(() => {
        this.waiting.delete(id);
        callback();
      }),
    );
    return id;
  }

  cancelOnIdle(id: number): void {
    this.waiting.get(id)?.unsubscribe();
    this.waiting.delete(id);
  }
}
