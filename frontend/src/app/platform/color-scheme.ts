import { DOCUMENT } from '@angular/common';
import { effect, inject, Service, signal } from '@angular/core';

export const COLOR_SCHEMES = ['system', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** Read before the first paint by public/first-paint.js as well. */
const STORAGE_KEY = 'deskhand-scheme';

/** Light, dark or as the system has it; kept in this browser, for it is the screen's choice and not the person's. */
@Service()
export class ColorSchemeChoice {
  private readonly document = inject(DOCUMENT);
  readonly chosen = signal<ColorScheme>(this.stored());

  constructor() {
    effect(() => {
      this.apply(this.chosen());
    });
  }

  private apply(scheme: ColorScheme): void {
    const root = this.document.documentElement;
    if (scheme === 'system') delete root.dataset['scheme'];
    else root.dataset['scheme'] = scheme;
    try {
      localStorage.setItem(STORAGE_KEY, scheme);
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
  }

  private stored(): ColorScheme {
    try {
      const value = localStorage.getItem(STORAGE_KEY);
      return COLOR_SCHEMES.find((scheme) => scheme === value) ?? 'system';
    } catch {
      return 'system';
    }
  }
}
