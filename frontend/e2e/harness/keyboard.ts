import { expect, type Locator, type Page } from '@playwright/test';

/** A page of the queue has three stops in each of its 25 rows. */
const PATIENCE = 160;

interface Focused {
  readonly what: string;
  readonly isShown: boolean;
  readonly isOnTop: boolean;
}

/** What has the focus, whether it says so to the eye, and whether anything lies over it. */
function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { left, top, width, height } = element.getBoundingClientRect();
    const isOwn = (x: number, y: number): boolean => {
      const above = document.elementFromPoint(left + width * x, top + height * y);
      return above !== null && (element.contains(above) || above.contains(element) || above.closest('label') !== null);
    };
    return {
      what: element.outerHTML.slice(0, 200),
      isShown: element.matches(':focus-visible'),
      // A passing message may lie over a part of it, but never over all of it.
      isOnTop: [0.1, 0.5, 0.9].some((x) => [0.1, 0.5, 0.9].some((y) => isOwn(x, y))),
    };
  });
}

/** Presses Tab until this has the focus; on the way the focus must always be visible and never hidden under a bar. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < PATIENCE; presses++) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
    // After the last stop of the page comes the browser's own bar, and then the first again.
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    const { what, isShown, isOnTop } = await focused(page);
    expect(isShown, `the focus is visible on ${what}`).toBe(true);
    // The tooltip of the stop before may still be on its way out.
    if (!isOnTop)
      await expect.poll(async () => (await focused(page)).isOnTop, { message: `nothing lies over ${what}` }).toBe(true);
  }
  throw new Error(`${String(target)} was not reached by ${PATIENCE} presses of Tab.`);
}

export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
