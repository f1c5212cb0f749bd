import { Component, inject, output, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatOption } from '@angular/material/core';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSelect } from '@angular/material/select';
import { type Role, ROLES } from '@deskhand/shared';
import { sendForm } from '../platform/form-problems';
import { Organisation } from '../platform/organisation';
import { FORM_FIELD } from '../ui/form-field';
import { FormSummary } from '../ui/form-summary';
import { ProblemForm } from '../ui/problem-form';
import { roleLabel } from '../ui/role-label';
import { LinkToCopy } from './link-to-copy';
import { type Invitation, PeopleApi } from './people-api';

/** Asks whom and as what; then shows the link once. */
@Component({
  selector: 'dh-invite-dialog',
  imports: [
    ...[FormField, FormSummary, LinkToCopy, ProblemForm],
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatError, FORM_FIELD, MatHint, MatInput, MatLabel, MatOption, MatSelect],
  ],
  templateUrl: './invite-dialog.html',
  styleUrl: './dialog.scss',
})
export class InviteDialog {
  private readonly api = inject(PeopleApi);
  protected readonly organisation = inject(Organisation);

  /** Somebody more is in the list now. */
  readonly invited = output();

  protected readonly invitation = signal<Invitation | null>(null);
  protected readonly roles = ROLES;
  protected readonly roleLabel = roleLabel;

  private readonly model = signal<{ email: string; name: string; role: Role }>({
    email: '',
    name: '',
    role: 'employee',
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.email, { message: $localize`Enter the mail address of whom you invite.` });
      email(path.email, { message: $localize`Enter a mail address such as anna@example.com.` });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send(), { email_taken: 'email' }) } },
  );

  private async send(): Promise<void> {
    const { name, ...rest } = this.model();
    this.invitation.set(await this.api.invite(name.trim() === '' ? rest : { ...rest, name }));
    this.invited.emit();
  }
}
