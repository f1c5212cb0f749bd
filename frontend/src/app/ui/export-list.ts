import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { download } from '../platform/save-file';
import { Session } from '../platform/session';

/** Those belong to a page of a list; an export has all of them. */
const OF_PAGES = ['limit', 'cursor', 'total'];

/** Takes a list home as a file, as it is filtered and sorted. */
@Component({
  selector: 'dh-export-list',
  imports: [MatButton, MatIcon],
  template: `
    <button matButton type="button" [disabled]="isStarting()" disabledInteractive (click)="start()">
      <mat-icon svgIcon="download" /><ng-container i18n>Export</ng-container>
      <span class="cdk-visually-hidden" i18n>this list as CSV</span>
    </button>
  `,
})
export class ExportList {
  private readonly session = inject(Session);

  /** The list's own address, such as `/api/v1/tickets`. */
  readonly of = input.required<string>();
  readonly query = input.required<Readonly<Record<string, string>>>();
  protected readonly isStarting = signal(false);
  private readonly address = computed(() => {
    const filters = Object.entries(this.query()).filter(([name]) => !OF_PAGES.includes(name));
    return `${this.of()}/export?${new URLSearchParams(filters).toString()}`;
  });

  /** The browser fetches it past this page, so the access must be fresh before it begins. */
  protected async start(): Promise<void> {
    this.isStarting.set(true);
    await this.session.load();
    if (this.session.isSignedIn()) download(this.address());
    this.isStarting.set(false);
  }
}
