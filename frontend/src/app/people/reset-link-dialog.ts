import { Clipboard } from '@angular/cdk/clipboard';
import {
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  LOCALE_ID,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { asProblem, type Problem } from '../platform/problem';
import { PeopleApi, type Person, type ResetLink } from './people-api';

/** Asks with words first, for a link cannot be called back; then shows it once, to be copied. */
@Component({
  selector: 'dh-reset-link-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, MatIcon],
  templateUrl: './reset-link-dialog.html',
  styleUrl: './reset-link-dialog.scss',
})
export class ResetLinkDialog {
  private readonly api = inject(PeopleApi);
  private readonly clipboard = inject(Clipboard);
  private readonly locale = inject(LOCALE_ID);

  protected readonly person = inject<Person>(MAT_DIALOG_DATA);
  protected readonly link = signal<ResetLink | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isMaking = signal(false);
  protected readonly isCopied = signal(false);
  protected readonly expiry = computed(() => {
    const link = this.link();
    if (!link) return '';
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'full', timeStyle: 'short' }).format(
      Date.parse(link.expiresAt),
    );
  });

  private readonly copyButton = viewChild<unknown, ElementRef<HTMLElement>>('copyButton', { read: ElementRef });

  constructor() {
    // The button that had the focus makes way for this one.
    afterRenderEffect(() => this.copyButton()?.nativeElement.focus());
  }

  protected async make(): Promise<void> {
    this.isMaking.set(true);
    this.problem.set(null);
    try {
      this.link.set(await this.api.makeResetLink(this.person.id));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.isMaking.set(false);
    }
  }

  protected copy(url: string): void {
    this.isCopied.set(this.clipboard.copy(url));
  }
}
