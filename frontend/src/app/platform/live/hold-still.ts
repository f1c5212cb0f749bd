/**
 * Keeps what somebody has his hand on where it is on the screen, whatever grows or goes above it: the field that has the
 * focus, or else what lies under the pointer. Where it is out of sight, or nothing is held, the browser's own anchoring
 * does.
 *
 * @returns to be called once the change is drawn
 */
export function holdStill(within: HTMLElement): () => void {
  const held = heldIn(within);
  if (!held) return () => undefined;
  const before = held.getBoundingClientRect().top;
  return () => {
    if (!held.isConnected) return;
    const moved = held.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 1) held.ownerDocument.defaultView?.scrollBy({ top: moved, behavior: 'instant' });
  };
}

function heldIn(within: HTMLElement): Element | undefined {
  const { activeElement } = within.ownerDocument;
  const candidates = [activeElement, [...within.querySelectorAll(':hover')].at(-1)];
  return candidates.find((element): element is Element => !!element && within.contains(element) && isInSight(element));
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < (element.ownerDocument.defaultView?.innerHeight ?? 0);
}
