import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Avatar } from '../../ui/avatar';
import { Markdown, type Mentioned } from '../../ui/markdown/markdown';
import { RelativeTime } from '../../ui/relative-time';
import type { Attachment } from '../attachments/attachment';
import { AttachmentList } from '../attachments/attachment-list';

/** One thing that somebody wrote, with who and when; an internal note stands on its own surface and says so. */
@Component({
  selector: 'dh-message',
  imports: [AttachmentList, Avatar, Markdown, MatIcon, RelativeTime],
  host: { '[class.note]': 'internal()' },
  template: `
    <article [attr.aria-label]="label()">
      <header>
        <dh-avatar [name]="author()" />
        <div class="who">
          <span class="name" dir="auto">{{ author() }}</span>
          @if (role()) {
            <span class="role dh-small">{{ role() }}</span>
          }
          <span class="when dh-quiet dh-small"><dh-time [at]="at()" focusable /></span>
          @if (editedAt(); as editedAt) {
            <span class="when dh-quiet dh-small" i18n>edited <dh-time [at]="editedAt" focusable /></span>
          }
        </div>
        @if (internal()) {
          <span class="seal"><mat-icon svgIcon="lock" /><span i18n>Only staff see this</span></span>
        }
        <ng-content select="[dhMessageMenu]" />
      </header>
      @if (isErased()) {
        <p class="erased" i18n>The text was erased by an admin.</p>
      } @else {
        <dh-markdown [text]="text()" [mentions]="mentions()" />
        @if (attachments().length > 0) {
          <dh-attachment-list [attachments]="attachments()" />
        }
      }
    </article>
  `,
  styleUrl: './message.scss',
})
export class Message {
  readonly author = input.required<string>();
  readonly at = input.required<string>();
  readonly text = input.required<string>();
  /** What this is, for whoever jumps from one to the next. */
  readonly label = input.required<string>();
  /** Why this person writes here, where that helps. */
  readonly role = input('');
  readonly internal = input(false);
  readonly attachments = input<readonly Attachment[]>([]);
  readonly editedAt = input<string | null>(null);
  /** Its text is gone for good; that there was one stays. */
  readonly isErased = input(false);
  /** Whose `@Name` stands out in the text. */
  readonly mentions = input<readonly Mentioned[]>([]);
}
