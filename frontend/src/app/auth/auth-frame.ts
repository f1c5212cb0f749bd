import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Brand } from '../ui/brand';
import { registerIcons } from '../ui/icons';
import { LanguageChoice } from '../ui/language-choice';

/** The frame of the ways in: nothing but the mark and one form. */
@Component({
  selector: 'dh-auth-frame',
  imports: [Brand, LanguageChoice, RouterLink, RouterOutlet],
  template: `
    <header>
      <a routerLink="/"><dh-brand /></a>
    </header>
    <main id="main" tabindex="-1"><router-outlet /></main>
    <footer class="dh-quiet dh-small"><dh-language-choice /></footer>
  `,
  styleUrl: './auth-frame.scss',
})
export class AuthFrame {
  constructor() {
    registerIcons();
  }
}
