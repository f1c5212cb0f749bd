import { Location } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { sendForm } from '../platform/form-problems';
import { FORM_FIELD } from '../ui/form-field';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { emailRules } from './account-rules';
import { AuthApi } from './auth-api';

/** Asks for a link by mail. What it says afterwards does not tell whether there is such an account. */
@Component({
  selector: 'dh-forgot-password',
  imports: [
    ...[FormField, FormSummary, MatButton, MatError, FORM_FIELD, MatHint, MatInput, MatLabel],
    ...[ProblemForm, RouterLink],
  ],
  templateUrl: './forgot-password.html',
  styleUrl: './auth-form.scss',
})
export class ForgotPassword {
  private readonly api = inject(AuthApi);

  protected readonly sentTo = signal<string | null>(null);

  private readonly model = signal({ email: emailIn(inject(Location).getState()) });
  protected readonly form = form(
    this.model,
    (path) => {
      emailRules(path.email);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    const { email } = this.model();
    await this.api.forgotPassword(email);
    this.sentTo.set(email.trim());
  }
}

/** What was typed to sign in comes along beside the address of the page, not in it. */
function emailIn(state: unknown): string {
  const { email } = (state ?? {}) as { email?: unknown };
  return typeof email === 'string' ? email : '';
}
