import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** Whether the screen fits a media query now; for what must be built another way, not only drawn another way. */
export function mediaFits(query: string): Signal<boolean> {
  const state = inject(BreakpointObserver).observe(query);
  return toSignal(state.pipe(map(({ matches }) => matches)), { requireSync: true });
}
