import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Brand } from '../ui/brand';
import { FORM_FIELD_DEFAULTS } from '../ui/form-field-defaults';
import { registerIcons } from '../ui/icons';

/** The frame of the ways in: nothing but the mark and one form. */
@Component({
  selector: 'dh-auth-frame',
  imports: [Brand, RouterLink, RouterOutlet],
  providers: [FORM_FIELD_DEFAULTS],
  template: `
    <header>
      <a routerLink="/"><dh-brand /></a>
    </header>
    <main id="main" tabindex="-1"><router-outlet /></main>
  `,
  styleUrl: './auth-frame.scss',
})
export class AuthFrame {
  constructor() {
    registerIcons();
  }
}
