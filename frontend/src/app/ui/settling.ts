import { effect, type Signal, signal } from '@angular/core';

/** About as long as a click takes from the thought to the finger. */
const SETTLING_MS = 500;

/**
 * What a button does, or on what ground, has just changed: a hand that was on its way to it must not press another. To be
 * made where `inject` may run; what it guards gets the class `dh-settling`.
 *
 * @param change null where there is nothing to get used to
 * @returns whether it changed within the last {@link SETTLING_MS} milliseconds
 */
export function settling(change: () => string | null): Signal<boolean> {
  const isSettling = signal(false);
  effect((onCleanup) => {
    isSettling.set(change() !== null);
    const timer = setTimeout(() => {
      isSettling.set(false);
    }, SETTLING_MS);
    onCleanup(() => {
      clearTimeout(timer);
    });
  });
  return isSettling.asReadonly();
}
