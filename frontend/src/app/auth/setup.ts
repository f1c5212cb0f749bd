import { Component, inject, resource, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { sendForm } from '../platform/form-problems';
import { Session } from '../platform/session';
import { homeOf } from '../platform/signed-in-guard';
import { Failure } from '../ui/failure';
import { FORM_FIELD } from '../ui/form-field';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { AccountFields } from './account-fields';
import { emailRules, nameRules, newPasswordRules } from './account-rules';
import { AuthApi } from './auth-api';
import { FORGETTING_LINK, oneTimeToken, tokenFromPaste } from './one-time-token';

/** Makes the first admin, through the link that the server printed. */
@Component({
  selector: 'dh-setup',
  imports: [
    AccountFields,
    Failure,
    FormField,
    FormSummary,
    MatButton,
    MatError,
    FORM_FIELD,
    MatHint,
    MatInput,
    MatLabel,
    ProblemForm,
    RouterLink,
  ],
  templateUrl: './setup.html',
  styleUrl: './auth-form.scss',
})
export class Setup {
  private readonly api = inject(AuthApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly needed = resource({ loader: () => this.api.isSetupNeeded() });
  protected readonly cameWithToken = oneTimeToken() !== '';

  private readonly model = signal({ token: oneTimeToken(), name: '', email: '', password: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.token, { message: $localize`Paste the setup link that the server printed.` });
      nameRules(path.name);
      emailRules(path.email);
      newPasswordRules(path.password);
    },
    {
      submission: {
        action: (fields) => sendForm(fields, () => this.send(), { email_taken: 'email', invalid_token: 'token' }),
      },
    },
  );

  private async send(): Promise<void> {
    const { token, ...account } = this.model();
    this.session.begin(await this.api.setUp({ ...account, token: tokenFromPaste(token) }));
    await this.router.navigateByUrl(homeOf(this.session, this.router), FORGETTING_LINK);
  }
}
