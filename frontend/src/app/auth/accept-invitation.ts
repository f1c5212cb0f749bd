import { Component, inject, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { sendForm } from '../platform/form-problems';
import { Problem } from '../platform/problem';
import { Session } from '../platform/session';
import { homeOf } from '../platform/signed-in-guard';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { AccountFields } from './account-fields';
import { nameRules, newPasswordRules } from './account-rules';
import { AuthApi } from './auth-api';
import { FORGETTING_LINK, oneTimeToken } from './one-time-token';

/** Where an invitation leads: its receiver makes the account his own, and is signed in. */
@Component({
  selector: 'dh-accept-invitation',
  imports: [AccountFields, FormSummary, MatButton, ProblemForm, RouterLink],
  templateUrl: './accept-invitation.html',
  styleUrl: './auth-form.scss',
})
export class AcceptInvitation {
  private readonly api = inject(AuthApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  private readonly token = oneTimeToken();
  /** Nothing to fill in any more: the link is broken, used or too old. */
  protected readonly isWorthless = signal(this.token === '');

  private readonly model = signal({ name: '', password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      nameRules(path.name);
      newPasswordRules(path.password);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    try {
      this.session.begin(await this.api.acceptInvitation({ ...this.model(), token: this.token }));
    } catch (error) {
      this.isWorthless.set(error instanceof Problem && error.code === 'invalid_token');
      throw error;
    }
    await this.router.navigateByUrl(homeOf(this.session, this.router), FORGETTING_LINK);
  }
}
