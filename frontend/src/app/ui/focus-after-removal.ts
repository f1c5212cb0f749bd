import { afterRenderEffect, DOCUMENT, inject, type Signal } from '@angular/core';
import { isFocusNowhere } from './where-the-focus-is';

interface Focusable {
  focus(): void;
}

/**
 * Where one of several things is taken away that had the focus, the next one has it then, or the last one, or what stands
 * for all of them. Must run where `inject` may.
 *
 * @returns to be told which is on its way out, before it goes
 */
export function focusAfterRemoval(
  things: Signal<readonly Focusable[]>,
  atLast: () => Focusable,
): (index: number) => void {
  const document = inject(DOCUMENT);
  let leaving: { readonly index: number; readonly count: number } | null = null;
  afterRenderEffect(() => {
    const left = things();
    if (leaving === null || left.length >= leaving.count) return;
    const { index } = leaving;
    leaving = null;
    if (!isFocusNowhere(document)) return;
    (left[index] ?? left.at(-1) ?? atLast()).focus();
  });
  return (index) => {
    leaving = { index, count: things().length };
  };
}
