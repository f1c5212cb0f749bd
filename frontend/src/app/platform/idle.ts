import { Observable } from 'rxjs';

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
