import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  LOCALE_ID,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { OneTimeLink } from './people-api';

/** A one-time link, shown only now: to be copied and sent to somebody in a way that one trusts. */
@Component({
  selector: 'dh-link-to-copy',
  imports: [MatButton, MatIcon],
  templateUrl: './link-to-copy.html',
  styleUrl: './link-to-copy.scss',
})
export class LinkToCopy {
  private readonly clipboard = inject(Clipboard);
  private readonly locale = inject(LOCALE_ID);

  readonly link = input.required<OneTimeLink>();
  /** What the link is, such as "Password link". */
  readonly label = input.required<string>();
  /** Whom it is for. */
  readonly name = input.required<string>();

  protected readonly isCopied = signal(false);
  protected readonly expiry = computed(() =>
    new Intl.DateTimeFormat(this.locale, { dateStyle: 'full', timeStyle: 'short' }).format(
      Date.parse(this.link().expiresAt),
    ),
  );

  private readonly copyButton = viewChild.required<unknown, ElementRef<HTMLElement>>('copyButton', {
    read: ElementRef,
  });

  constructor() {
    // The button that had the focus has made way for this one.
    afterNextRender(() => {
      this.copyButton().nativeElement.focus();
    });
  }

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.link().url));
  }
}
