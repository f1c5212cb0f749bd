import type { Locator } from '@playwright/test';

/**
 * Where the next key would have gone each time that something came or went within: read before the browser could have
 * passed a key on, or drawn anything.
 *
 * @returns asks for the names of the focused elements so far
 */
export async function focusAfterChanges(where: Locator): Promise<() => Promise<readonly string[]>> {
  const seen = await where.evaluateHandle((element) => {
    const names: string[] = [];
    new MutationObserver(() => {
      // After whatever else the change set going, and still before the browser's next task.
      queueMicrotask(() => names.push(document.activeElement?.tagName ?? ''));
    }).observe(element, { childList: true });
    return names;
  });
  return () => seen.jsonValue();
}
