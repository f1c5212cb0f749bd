import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { sendForm } from '../platform/form-problems';
import { Organisation } from '../platform/organisation';
import { Session } from '../platform/session';
import { homeOf, isOwnAddress } from '../platform/signed-in-guard';
import { FORM_FIELD } from '../ui/form-field';
import { FormSummary } from '../ui/form-summary';
import { PasswordField } from '../ui/password-field';
import { ProblemForm } from '../ui/problem-form';
import { emailRules } from './account-rules';

@Component({
  selector: 'dh-sign-in',
  imports: [
    FormField,
    FormSummary,
    MatButton,
    MatError,
    FORM_FIELD,
    MatInput,
    MatLabel,
    PasswordField,
    ProblemForm,
    RouterLink,
  ],
  templateUrl: './sign-in.html',
  styleUrl: './auth-form.scss',
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly organisation = inject(Organisation);

  /** The page that was asked for before signing in. */
  readonly returnTo = input<string>();

  private readonly model = signal({ email: '', password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      emailRules(path.email);
      required(path.password, { message: $localize`Enter your password.` });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  /** Why this page appeared by itself. */
  protected readonly notice = computed(() => {
    switch (this.session.ending()) {
      case 'expired':
        return $localize`Your session has ended. Sign in to go on where you were; what you typed is kept.`;
      case 'elsewhere':
        return $localize`You signed out in another tab.`;
      default:
        return this.returnTo() ? $localize`Sign in to see this page.` : null;
    }
  });

  private async send(): Promise<void> {
    await this.session.signIn(this.model());
    const returnTo = this.returnTo();
    await this.router.navigateByUrl(isOwnAddress(returnTo) ? returnTo : homeOf(this.session, this.router));
  }
}
