import { linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * The last value that a resource had, while the next one is on its way: a list stays where it is instead of blinking
 * when its filter or its page changes.
 */
export function kept<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (value, previous) => value ?? previous?.value,
  });
}
