import { ApplicationRef, DOCUMENT, inject, Injector, onIdle, runInInjectionContext, Service } from '@angular/core';

/** Read before the first paint by public/first-paint.js as well. */
const STORAGE_KEY = 'deskhand-typeface';
const INTER = 'inter';

/**
 * Inter, on a first visit after the page: on a slow line its file would hold up what somebody came for by a fifth of a
 * second, and a typeface of the system in the same widths stands in. Every later page has it from the cache and at once.
 */
@Service()
export class Typeface {
  private readonly application = inject(ApplicationRef);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  /** Never fails: where the file does not come the system's typeface stays, and the next full load asks again. */
  async bring(): Promise<void> {
    const { documentElement, fonts } = this.document;
    if (documentElement.dataset['typeface'] === INTER) return;
    await this.application.whenStable();
    await runInInjectionContext(this.injector, () => onIdle());
    const isHere = await fonts.load("1em 'Inter Variable'").then(
      () => true,
      () => false,
    );
    if (!isHere) return;
    documentElement.dataset['typeface'] = INTER;
    try {
      localStorage.setItem(STORAGE_KEY, INTER);
    } catch {
      // Storage is switched off: it comes after the page each time.
    }
  }
}
