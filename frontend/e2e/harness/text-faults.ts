import type { Page } from '@playwright/test';

/** What people typed (`dir=auto`), what is in a language of its own, and what no reader sees. */
const FOREIGN =
  '[dir=auto], bdi, [lang]:not(html), code, pre, option, input, textarea, iframe, noscript, script, style, svg';

/** Names, addresses, keys and units are the same in every language. */
const SAME =
  /Deskhand|[\w.+-]+@[\w.-]+|https?:\S+|\/[\w-]+|[A-Z][a-z]+\/[A-Z]\w+|UTC|CSV|API|kB|MB|#\w+|\.\w+|Message-ID|Markdown/g;

/** Texts that can be read though nobody typed them: they were not marked for translation. */
function unmarkedTexts(page: Page): Promise<string[]> {
  return page.evaluate(
    ([foreign, same]) => {
      const names = new RegExp(same, 'g');
      // Where some of the letters are strange the text was marked, and the others are what code put into it.
      const isReadable = (text: string): boolean =>
        /[A-Za-z]{2,}/.test(text.replace(names, '')) && !/[\u00c0-\u03ff\u1e00-\u1eff]/.test(text);
      const found = new Set<string>();
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const [element, text] = [node.parentElement, (node.textContent ?? '').trim()];
        if (!element?.checkVisibility() || element.closest(foreign) || !isReadable(text)) continue;
        found.add(`not marked for translation, in ${element.localName}.${element.className}: ${text.slice(0, 80)}`);
      }
      for (const name of ['aria-label', 'placeholder', 'alt']) {
        for (const element of document.querySelectorAll(`[${name}]`)) {
          const text = element.getAttribute(name) ?? '';
          const isTyped = element.closest(foreign) !== null && !element.matches('input, textarea, [dir=auto]');
          if (!isTyped && isReadable(text)) found.add(`not marked for translation, ${name}: ${text.slice(0, 80)}`);
        }
      }
      return [...found];
    },
    [FOREIGN, SAME.source] as const,
  );
}

/** Words of ours that stand outside of what hides them; where one can scroll, nothing is lost. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate((foreign) => {
    const isClipping = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
    const isCut = (element: Element, words: DOMRect): boolean => {
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        // For those who hear the page alone.
        if (edge.width <= 1 || edge.height <= 1) return false;
        if (isClipping(overflowX) && (words.right > edge.right + 2 || words.left < edge.left - 2)) return true;
        if (isClipping(overflowY) && words.bottom > edge.bottom + 4) return true;
        if (/auto|scroll/.test(`${overflowX} ${overflowY}`) || position === 'fixed') return false;
      }
      return false;
    };
    const found = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const [element, text] = [node.parentElement, (node.textContent ?? '').trim()];
      // How long ago something was is told by the browser.
      if (text === '' || !element?.checkVisibility() || element.closest(`${foreign}, time`)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const words = range.getBoundingClientRect();
      if (words.width > 1 && isCut(element, words)) found.add(`cut off, in ${element.localName}: ${text.slice(0, 80)}`);
    }
    return [...found];
  }, FOREIGN);
}

/** What stands out of the window, where it can be scrolled sideways. */
function wideElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth,
    );
    const names = wide.map((element) => `${element.localName}.${element.className}`);
    return [`${scrollWidth} px wide in a window of ${clientWidth} px: ${names.slice(0, 8).join(', ')}`];
  });
}

/** Everything that is wrong with the texts of the page in the pseudo-language. */
export async function textFaults(page: Page): Promise<string[]> {
  return [...(await unmarkedTexts(page)), ...(await cutTexts(page)), ...(await wideElements(page))];
}
