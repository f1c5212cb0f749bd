import { Component, inject } from '@angular/core';
import { LANGUAGE_NAMES, LANGUAGES } from '@deskhand/shared';
import { PageLanguage } from '../platform/page-language';

/** The languages of the pages, each in its own words, so that whoever reads only that one finds it. */
@Component({
  selector: 'dh-language-choice',
  template: `
    <ul role="list" [attr.aria-label]="label">
      @for (language of languages; track language) {
        <li>
          <button
            type="button"
            [lang]="language"
            [attr.aria-current]="language === page.current ? 'true' : null"
            (click)="page.choose(language)"
          >
            {{ names[language] }}
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      min-block-size: 32px;
      padding: 4px;
      border: 0;
      border-radius: 4px;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;

      @media (pointer: coarse) {
        min-inline-size: 44px;
        min-block-size: 44px;
      }
    }
    button:hover {
      text-decoration: underline;
    }
    button[aria-current] {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }
  `,
})
export class LanguageChoice {
  protected readonly page = inject(PageLanguage);
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly label = $localize`Language`;
}
