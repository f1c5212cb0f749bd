import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { RelativeTime } from '../../ui/relative-time';
import { BinActions } from '../bin/bin-actions';
import { OpenTicket } from './open-ticket';

/** Says of a ticket that it lies in the bin, and offers the two ways out of it. */
@Component({
  selector: 'dh-bin-banner',
  imports: [MatButton, MatIcon, RelativeTime],
  template: `
    @if (open.ticket(); as ticket) {
      @if (ticket.deletedAt; as deletedAt) {
        <div class="banner">
          <mat-icon svgIcon="delete" />
          <p i18n>In the bin, deleted <dh-time [at]="deletedAt" />. It stays as it is until somebody restores it.</p>
          @if (open.mayRestoreOrPurge()) {
            <div class="ways">
              <button matButton="tonal" type="button" [disabled]="isBusy()" disabledInteractive (click)="restore()">
                <mat-icon svgIcon="restore" /><ng-container i18n>Restore</ng-container>
              </button>
              <button matButton type="button" (click)="purge()" i18n>Delete for good…</button>
            </div>
          }
        </div>
      }
    }
  `,
  styles: `
    .banner {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
      padding: 8px 8px 8px 16px;
      border-radius: 8px;
      background: var(--mat-sys-surface-container-high);
      color: var(--mat-sys-on-surface);
    }
    p {
      flex: 1 1 200px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 4px;
    }
  `,
})
export class BinBanner {
  protected readonly open = inject(OpenTicket);
  private readonly actions = inject(BinActions);
  private readonly router = inject(Router);

  protected readonly isBusy = signal(false);

  constructor() {
    this.actions.done.pipe(takeUntilDestroyed()).subscribe((what) => {
      if (what === 'moved') this.open.reload();
    });
  }

  protected async restore(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    await this.actions.restore(this.open.id());
    this.isBusy.set(false);
  }

  protected async purge(): Promise<void> {
    const ticket = this.open.ticket();
    if (ticket && (await this.actions.purge(ticket))) void this.router.navigateByUrl('/bin');
  }
}
