import { effect, type Signal, signal } from '@angular/core';

/**
 * Follows a signal once the browser has painted: whoever pressed something sees at once that it was heard, before what
 * takes longer is drawn. The first value is there without waiting, and undefined before. Must run where `inject` may.
 */
export function afterPaint<T>(source: Signal<T>): Signal<T | undefined> {
  const followed = signal<T | undefined>(undefined);
  let isFirst = true;
  effect((onCleanup) => {
    const value = source();
    if (isFirst) {
      isFirst = false;
      followed.set(value);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        followed.set(value);
      });
    });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });
  return followed.asReadonly();
}
