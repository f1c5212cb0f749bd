import { Component } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { PageHeader } from '../../ui/page-header';
import { ADMIN_SECTIONS } from './sections';

/** What can be settled, each with a line about it. */
@Component({
  selector: 'dh-admin-home',
  imports: [MatIcon, PageHeader, RouterLink],
  template: `
    <dh-page-header heading="Settings" i18n-heading lead="They take effect at once, for everybody." i18n-lead />
    <ul role="list">
      @for (section of sections; track section.path) {
        <li>
          <a [routerLink]="section.path">
            <mat-icon [svgIcon]="section.icon" />
            <span>
              <span class="label">{{ section.label }}</span>
              <span class="dh-quiet about">{{ section.about }}</span>
            </span>
            <mat-icon svgIcon="chevron-right" />
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './admin-home.scss',
})
export class AdminHome {
  protected readonly sections = ADMIN_SECTIONS;
}
