import { Component } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { ADMIN_SECTIONS } from './sections';

/** A page of the administration, with the others beside it; on phones a way back to the list of them. */
@Component({
  selector: 'dh-admin-frame',
  imports: [MatIcon, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './admin-frame.html',
  styleUrl: './admin-frame.scss',
})
export class AdminFrame {
  protected readonly sections = ADMIN_SECTIONS;
}
