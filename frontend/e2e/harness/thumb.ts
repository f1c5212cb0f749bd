import { expect, type Page } from '@playwright/test';

/** CSS pixels of a side: what a thumb hits without aiming. */
const THUMB = 44;

/** What can be pressed and offers less room than a thumb needs; links within running text are as high as their line. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((thumb) => {
    const controls =
      'a[href], button, input:not([type=hidden], [type=file]), select, textarea, summary, [role=combobox]';
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.cdk-visually-hidden, [inert]') === null &&
      !element.matches('[aria-hidden=true], :disabled');
    const isInText = (element: Element): boolean =>
      element.matches('a') &&
      element.closest('p, li, dd, span') !== null &&
      getComputedStyle(element).display === 'inline';
    // Whatever lies around a control and leads to it is its target too.
    const leadsTo = (element: Element, x: number, y: number): boolean => {
      const hit = document.elementFromPoint(x, y);
      if (hit === null) return false;
      const label = hit.closest('label');
      const box = hit.closest('mat-form-field, mat-radio-button, mat-checkbox, mat-button-toggle, li, tr');
      return (
        element.contains(hit) ||
        hit.contains(element) ||
        label?.control === element ||
        (box?.contains(element) ?? false)
      );
    };
    return [...document.querySelectorAll(controls)]
      .filter((element) => isShown(element) && !isInText(element))
      .flatMap((element) => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y, reach] = [left + width / 2, top + height / 2, thumb / 2 - 1];
        const isReached = (): boolean =>
          [
            [-reach, 0],
            [reach, 0],
            [0, -reach],
            [0, reach],
          ].every(([dx = 0, dy = 0]) => leadsTo(element, x + dx, y + dy));
        const isLarge = width >= thumb - 0.5 && height >= thumb - 0.5;
        return isLarge || isReached()
          ? []
          : [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 160)}`];
      });
  }, THUMB);
}

/** Everything that can be pressed is large enough for a thumb, and nothing makes the page wider than its screen. */
export async function expectThumbsReach(page: Page, situation: string): Promise<void> {
  const { content, screen } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    screen: document.documentElement.clientWidth,
  }));
  expect.soft(content, `${situation} is as wide as its screen`).toBeLessThanOrEqual(screen);
  expect.soft(await tooSmall(page), `${situation}: too small for a thumb`).toEqual([]);
}

/** As somebody who reads poorly has set it in his browser: every text is twice as large. */
export async function doubleTexts(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}
