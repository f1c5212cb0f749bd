import { Component } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { LinkButton } from '../ui/link-button';
import { Logo } from '../ui/logo';

/** The frame of the pages for signed-out visitors. */
@Component({
  selector: 'dh-public-frame',
  imports: [LinkButton, Logo, RouterLink, RouterOutlet],
  templateUrl: './public-frame.html',
  styleUrl: './public-frame.scss',
})
export class PublicFrame {}
