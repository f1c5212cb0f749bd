import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Logo } from '../ui/logo';

/** The frame of the pages for signed-out visitors. */
@Component({
  selector: 'dh-public-frame',
  imports: [Logo, MatButton, RouterLink, RouterOutlet],
  templateUrl: './public-frame.html',
  styleUrl: './public-frame.scss',
})
export class PublicFrame {}
