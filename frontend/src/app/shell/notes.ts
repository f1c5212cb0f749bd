import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Connection } from '../platform/connection';
import { Live } from '../platform/live/live';
import { Session } from '../platform/session';
import { Upgrade } from '../platform/upgrade';

/** What is true of the whole page for a while: no connection, an ended session, another version on the server. */
@Component({
  selector: 'dh-notes',
  imports: [MatButton, MatIcon],
  host: { role: 'status' },
  template: `
    @if (isAway()) {
      <p class="note">
        <mat-icon svgIcon="cloud-off" />
        <span class="words" i18n
          >No connection to Deskhand. What you type stays here; this page catches up by itself.</span
        >
      </p>
    }
    @if (session.isLapsed()) {
      <p class="note">
        <mat-icon svgIcon="lock" />
        <span class="words" i18n>Your session has ended. What you typed is still here.</span>
        <button matButton type="button" (click)="signIn()" i18n>Sign in again</button>
      </p>
    }
    @if (isOld()) {
      <p class="note">
        <mat-icon svgIcon="sync" />
        <span class="words" i18n>Deskhand was updated. Reload when it suits you; what you type is kept.</span>
        <span class="ways">
          <button matButton type="button" (click)="reload()" i18n>Reload</button>
          <button matButton type="button" (click)="isPutOff.set(true)" i18n>Later</button>
        </span>
      </p>
    }
  `,
  styleUrl: './notes.scss',
})
export class Notes {
  private readonly document = inject(DOCUMENT);
  private readonly connection = inject(Connection);
  private readonly live = inject(Live);
  private readonly upgrade = inject(Upgrade);
  protected readonly session = inject(Session);

  protected readonly isAway = computed(() => !this.connection.isOnline() || this.live.isLost());
  protected readonly isPutOff = signal(false);
  protected readonly isOld = computed(() => this.upgrade.isOld() && !this.isPutOff());

  protected signIn(): void {
    void this.session.askBack();
  }

  protected reload(): void {
    this.document.location.reload();
  }
}
