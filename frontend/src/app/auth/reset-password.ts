import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { sendForm } from '../platform/form-problems';
import { Notices } from '../platform/notices';
import { Organisation } from '../platform/organisation';
import { Problem } from '../platform/problem';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { newPasswordRules } from './account-rules';
import { AuthApi } from './auth-api';
import { FORGETTING_LINK, oneTimeToken } from './one-time-token';
import { PasswordField } from '../ui/password-field';

/** Where a one-time link leads, whether it came by mail or from an admin. */
@Component({
  selector: 'dh-reset-password',
  imports: [FormSummary, MatButton, PasswordField, ProblemForm, RouterLink],
  templateUrl: './reset-password.html',
  styleUrl: './auth-form.scss',
})
export class ResetPassword {
  private readonly api = inject(AuthApi);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  protected readonly organisation = inject(Organisation);

  private readonly token = oneTimeToken();
  /** Nothing to choose any more: the link is broken, used or too old. */
  protected readonly isWorthless = signal(this.token === '');

  private readonly model = signal({ password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      newPasswordRules(path.password);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    try {
      await this.api.resetPassword(this.token, this.model().password);
    } catch (error) {
      this.isWorthless.set(error instanceof Problem && error.code === 'invalid_token');
      throw error;
    }
    await this.router.navigateByUrl('/sign-in', FORGETTING_LINK);
    this.notices.say($localize`Your new password is set. Sign in with it.`);
  }
}
