import { effect, type Signal, signal, untracked } from '@angular/core';

/**
 * Follows a signal once the browser has painted: whoever pressed something sees at once that it was heard, before what
 * takes longer is drawn. Must run where `inject` may.
 */
export function afterPaint<T>(source: Signal<T>): Signal<T> {
  const followed = signal(untracked(source));
  effect((onCleanup) => {
    const value = source();
    if (value === untracked(followed)) return;
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
