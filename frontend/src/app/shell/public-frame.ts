import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Brand } from '../ui/brand';
import { LanguageChoice } from '../ui/language-choice';
import { LinkButton } from '../ui/link-button';

/** The frame of the pages for signed-out visitors. */
@Component({
  selector: 'dh-public-frame',
  imports: [Brand, LanguageChoice, LinkButton, RouterLink, RouterOutlet],
  templateUrl: './public-frame.html',
  styleUrl: './public-frame.scss',
})
export class PublicFrame {}
