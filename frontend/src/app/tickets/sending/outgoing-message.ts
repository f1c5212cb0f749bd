import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Session } from '../../platform/session';
import { Message } from '../page/message';
import type { OutboxEntry } from './outbox';
import { TicketSending } from './ticket-sending';

/** A reply or a note that is on its way, or did not arrive and waits for what its author decides. */
@Component({
  selector: 'dh-outgoing',
  imports: [MatButton, MatIcon, Message],
  template: `
    @let message = entry();
    <dh-message
      [author]="author()"
      [at]="message.at"
      [text]="message.body"
      [label]="label()"
      [internal]="message.internal"
      [attachments]="message.attachments"
    />
    <div role="status">
      @if (message.state === 'sending') {
        <p class="state"><mat-icon svgIcon="hourglass" /><span i18n>Sending…</span></p>
      } @else if (message.state === 'sent') {
        <p class="state"><mat-icon svgIcon="check" /><span i18n>Sent</span></p>
      }
    </div>
    <div role="alert">
      @if (message.state === 'failed') {
        <div class="failed">
          @if (message.internal) {
            <p>
              <mat-icon svgIcon="error" /><span i18n>This note is not saved yet. {{ message.failure }}</span>
            </p>
          } @else {
            <p>
              <mat-icon svgIcon="error" /><span i18n>This reply is not sent yet. {{ message.failure }}</span>
            </p>
          }
          <div class="ways">
            <button matButton="tonal" type="button" (click)="sending.retry(message)">
              <mat-icon svgIcon="replay" /><ng-container i18n>Try again</ng-container>
            </button>
            @if (message.wish) {
              <button matButton type="button" (click)="sending.retryWithoutStatus(message)" i18n>
                Send without changing the status
              </button>
            }
            <button matButton type="button" (click)="sending.takeBack(message)" i18n>Back to writing</button>
          </div>
        </div>
      }
    </div>
  `,
  styleUrl: './outgoing-message.scss',
})
export class OutgoingMessage {
  protected readonly sending = inject(TicketSending);
  private readonly session = inject(Session);

  readonly entry = input.required<OutboxEntry>();

  protected readonly author = computed(() => this.session.me()?.name ?? '');
  protected readonly label = computed(() =>
    this.entry().internal ? $localize`Not saved yet: internal note` : $localize`Not sent yet: reply`,
  );
}
