/** After what had it is gone, for one. */
export function isFocusNowhere({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body;
}

/**
 * Whether the focus may be put to somewhere in this element: it is there already, or nowhere. Whoever went elsewhere while
 * an answer was on its way is not called back.
 */
export function isFocusWithin(host: HTMLElement): boolean {
  return isFocusNowhere(host.ownerDocument) || host.contains(host.ownerDocument.activeElement);
}
