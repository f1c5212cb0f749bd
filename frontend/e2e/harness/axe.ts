import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const LOOKS = [
  [320, 'dark'],
  [1280, 'light'],
  [320, 'light'],
  [1280, 'dark'],
] as const;

/** All of them where the proofs run whole; else one or the other of the first two, for each thing the same every time. */
function looks(what: string): readonly (typeof LOOKS)[number][] {
  if (process.env.PROOF_CYCLES) return LOOKS;
  const place = Array.from(what).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return LOOKS.filter((_, nth) => nth === place % 2);
}

/** Nothing that axe knows is wrong with what the page shows now. */
export async function expectAccessible(page: Page, situation: string): Promise<void> {
  // On a busy machine a change of scheme reaches some texts late, and one look may take seconds; what is wrong stays wrong.
  await expect(async () => {
    await settle(page);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, target }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${html}`),
    );
    expect(found, situation).toEqual([]);
  }).toPass({ timeout: 20_000 });
}

/** What is still moving does not yet have the colours that it comes to. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What a change of size or scheme sets in motion begins with the next frame.
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** A phone's reader never scrolls sideways. */
async function expectNoSidewaysScroll(page: Page, situation: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content, `${situation} is as wide as its window`).toBeLessThanOrEqual(window);
}

/**
 * Looks at the page on a phone or on a desk, in dark or in light; in all four ways where the proofs run whole.
 *
 * @param what is looked at, if it is not what the test is about
 */
export async function expectAccessibleEverywhere(page: Page, what = test.info().title): Promise<void> {
  for (const [width, colorScheme] of looks(what)) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const situation = `${new URL(page.url()).pathname}, ${colorScheme}, ${width} px`;
    await settle(page);
    await expectNoSidewaysScroll(page, situation);
    await expectAccessible(page, situation);
  }
}
