import { Component, computed, effect, inject, type Injector, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { sendForm } from '../platform/form-problems';
import { Session } from '../platform/session';
import { Avatar } from '../ui/avatar';
import { FormSummary } from '../ui/form-summary';
import { PasswordField } from '../ui/password-field';
import { ProblemForm } from '../ui/problem-form';

/** The session is over and its person is still here: his password, and everything goes on where it was. */
@Component({
  selector: 'dh-sign-in-again',
  imports: [
    ...[Avatar, FormSummary, MatButton, PasswordField, ProblemForm],
    ...[MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  ],
  template: `
    <h2 mat-dialog-title i18n>Sign in again</h2>
    <form [dhForm]="form">
      <mat-dialog-content>
        <p i18n>Your session has ended. Sign in to go on where you were; what you typed is still here.</p>
        <dh-form-summary />
        <div class="who">
          <dh-avatar [name]="name()" />
          <div dir="auto">
            <div class="name" dir="auto">{{ name() }}</div>
            <div class="dh-quiet dh-small" dir="auto">{{ email() }}</div>
          </div>
        </div>
        <!-- A password manager looks for whose password it is. -->
        <input
          class="cdk-visually-hidden"
          type="email"
          autocomplete="username"
          readonly
          tabindex="-1"
          aria-hidden="true"
          [value]="email()"
        />
        <dh-password-field [field]="form.password" label="Password" i18n-label autocomplete="current-password" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button matButton class="other" type="button" (click)="leave()" i18n>Sign in as somebody else</button>
        <button matButton type="button" mat-dialog-close i18n>Not now</button>
        <button matButton="filled" type="submit" [disabled]="form().submitting()" disabledInteractive i18n>
          Sign in
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: './sign-in-again.scss',
})
class SignInAgain {
  private readonly session = inject(Session);
  private readonly dialog = inject<MatDialogRef<SignInAgain>>(MatDialogRef);

  protected readonly name = computed(() => this.session.me()?.name ?? '');
  protected readonly email = computed(() => this.session.me()?.email ?? '');
  private readonly model = signal({ password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.password, { message: $localize`Enter your password.` });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  constructor() {
    // Also where he signed in again in another tab, or left.
    effect(() => {
      if (!this.session.isLapsed()) this.dialog.close();
    });
  }

  /** The page that was shown is asked for again after the sign-in of whoever it will be. */
  protected leave(): void {
    this.session.end();
  }

  private async send(): Promise<void> {
    await this.session.signIn({ email: this.email(), password: this.model().password });
  }
}

/** Whoever closes it without signing in puts off all that waits for it. */
export function askBack(injector: Injector): void {
  const session = injector.get(Session);
  const shown = injector.get(MatDialog).open(SignInAgain, {
    width: '440px',
    maxWidth: '94vw',
    autoFocus: 'input[type=password]',
    // Whoever passes by while nobody is signed in reads nothing of the page.
    backdropClass: 'dh-veil',
  });
  shown.afterClosed().subscribe(() => {
    if (session.isAskedBack()) session.putOff();
  });
}
