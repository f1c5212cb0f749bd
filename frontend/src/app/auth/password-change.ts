import { Component, inject, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { sendForm } from '../platform/form-problems';
import { Notices } from '../platform/notices';
import { Session } from '../platform/session';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { newPasswordRules } from './account-rules';
import { AuthApi } from './auth-api';
import { PasswordField } from '../ui/password-field';
import { SessionList } from './session-list';

@Component({
  selector: 'dh-password-change',
  imports: [FormSummary, MatButton, PasswordField, ProblemForm],
  templateUrl: './password-change.html',
  styleUrl: './account-form.scss',
})
export class PasswordChange {
  private readonly api = inject(AuthApi);
  private readonly notices = inject(Notices);
  private readonly sessions = inject(SessionList);
  protected readonly me = inject(Session).me;

  private readonly model = signal({ currentPassword: '', newPassword: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.currentPassword, { message: $localize`Enter your present password.` });
      newPasswordRules(path.newPassword);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    const { currentPassword, newPassword } = this.model();
    await this.api.changePassword(currentPassword, newPassword);
    this.form().reset({ currentPassword: '', newPassword: '' });
    this.sessions.all.reload();
    this.notices.say($localize`Your password is changed. Your other sessions have ended.`);
  }
}
