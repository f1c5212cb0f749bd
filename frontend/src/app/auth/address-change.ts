import { Component, inject, signal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { sendForm } from '../platform/form-problems';
import { Notices } from '../platform/notices';
import { Session } from '../platform/session';
import { FORM_FIELD } from '../ui/form-field';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { emailRules } from './account-rules';
import { AuthApi } from './auth-api';
import { PasswordField } from '../ui/password-field';

/** Another address to sign in with and to get mails at; it counts once its owner opened the link that is sent there. */
@Component({
  selector: 'dh-address-change',
  imports: [
    ...[FormField, FormSummary, MatButton, MatError, FORM_FIELD, MatInput, MatLabel],
    ...[PasswordField, ProblemForm],
  ],
  templateUrl: './address-change.html',
  styleUrl: './account-form.scss',
})
export class AddressChange {
  private readonly api = inject(AuthApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  protected readonly me = this.session.me;

  protected readonly isWithdrawing = signal(false);
  private readonly model = signal({ email: '', currentPassword: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      emailRules(path.email);
      validate(path.email, ({ value }) =>
        value().trim().toLowerCase() === this.me()?.email.toLowerCase()
          ? { kind: 'same', message: $localize`This is your address already.` }
          : undefined,
      );
      required(path.currentPassword, { message: $localize`Enter your present password.` });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  protected async withdraw(): Promise<void> {
    if (this.isWithdrawing()) return;
    this.isWithdrawing.set(true);
    try {
      await this.api.keepAddress();
      await this.session.load();
      this.notices.say($localize`Your address stays as it is. The link that we sent does nothing any more.`);
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isWithdrawing.set(false);
    }
  }

  private async send(): Promise<void> {
    const { email, currentPassword } = this.model();
    await this.api.changeAddress(email, currentPassword);
    this.form().reset({ email: '', currentPassword: '' });
    await this.session.load();
    this.notices.say($localize`Open the link that we sent to ${email.trim()}:address:.`);
  }
}
