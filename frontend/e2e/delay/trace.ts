import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly args: { readonly data?: { readonly interactionId?: number; readonly duration?: number } };
}

/**
 * Does something by one click or key, and tells how long the screen took to answer it: from the input to the next frame
 * that is painted, as the browser's own trace has it.
 *
 * @returns milliseconds, in steps of 8
 */
export async function delayOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await work();
  // The event is written once its frame is on the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const durations = trace.traceEvents
    .filter(({ name, args }) => name === 'EventTiming' && (args.data?.interactionId ?? 0) > 0)
    .map(({ args }) => args.data?.duration ?? 0);
  if (durations.length === 0) throw new Error('The trace has no input.');
  return Math.max(...durations);
}
