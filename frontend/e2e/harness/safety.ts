import { type BrowserContext, expect, type Page } from '@playwright/test';

/**
 * Kinds of elements that nobody's text may bring into the page; the page itself has none of them in its content, but for the
 * frame in which a mail is shown, where nothing runs.
 */
const FOREIGN = [
  ...[
    'script',
    'iframe:not([sandbox=""])',
    'frame',
    'object',
    'embed',
    'base',
    'meta',
    'link',
    'style',
    'template',
    'noscript',
  ],
  ...[
    'picture',
    'source',
    'video',
    'audio',
    'marquee',
    'math',
    'plaintext',
    'xmp',
    'img:not([src^="/"], [src^="blob:"])',
  ],
  ...[
    '[srcset]',
    '[srcdoc]:not([sandbox=""])',
    '[action]',
    '[formaction]',
    '[ping]',
    '[background]',
    '[http-equiv]',
    '[data]',
  ],
  ...['[contenteditable]', '[popover]', 'animate', 'foreignObject', 'use', 'svg a', 'dh-markdown [style]'],
  ...['dh-markdown :is([id], [name], img, details, form, input, button, select, textarea, svg)'],
].join(', ');

/** Watches a browser for everything that a hostile text could bring about. */
export class SafetyWatch {
  private readonly faults: string[] = [];

  private constructor(private readonly origin: string) {}

  static async of(context: BrowserContext, origin: string): Promise<SafetyWatch> {
    const watch = new SafetyWatch(origin);
    await context.exposeFunction('reportViolation', (what: string) => watch.faults.push(`policy: ${what}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        void (window as unknown as { reportViolation: (what: string) => Promise<void> }).reportViolation(
          `${violatedDirective} ${blockedURI} ${sample}`,
        );
      });
    });
    context.on('request', (request) => watch.hear(request.url()));
    context.on('dialog', (dialog) => {
      watch.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return watch;
  }

  /** Fails unless the page shows what it shows as text, and nothing happened since the browser was opened. */
  async expectHarmless(page: Page, situation: string): Promise<void> {
    const found = await page.evaluate(foreignIn, FOREIGN);
    expect([...this.faults, ...found], situation).toEqual([]);
    expect(new URL(page.url()).origin, situation).toBe(this.origin);
  }

  private hear(address: string): void {
    const { protocol, origin } = new URL(address);
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== this.origin) {
      this.faults.push(`request: ${address}`);
    }
  }
}

/** Runs in the page: what stands there that no page of ours holds. */
function foreignIn(foreign: string): string[] {
  const elements = [...document.body.querySelectorAll('*')].filter(
    // The page's own start; whatever a text added stands within the app or its overlays.
    (element) => element.closest('dh-root, .cdk-overlay-container') !== null,
  );
  return elements.flatMap((element) => {
    const runs = [...element.attributes].filter(
      ({ name, value }) =>
        name.startsWith('on') ||
        (/(?:href|src)$/.test(name) && /^[^a-z]*(?:javascript|vbscript|data|file):/i.test(value)),
    );
    return element.matches(foreign) || runs.length > 0 ? [element.outerHTML.slice(0, 200)] : [];
  });
}
