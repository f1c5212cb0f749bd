import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { asProblem, type Problem } from '../platform/problem';
import { LinkToCopy } from './link-to-copy';
import { type OneTimeLink, PeopleApi, type Person } from './people-api';

/** Asks with words first, for a link cannot be called back; then shows it once. Whoever was invited gets an invitation. */
@Component({
  selector: 'dh-link-dialog',
  imports: [LinkToCopy, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  templateUrl: './link-dialog.html',
  styleUrl: './dialog.scss',
})
export class LinkDialog {
  private readonly api = inject(PeopleApi);

  protected readonly person = inject<Person>(MAT_DIALOG_DATA);
  protected readonly title = this.person.invited
    ? $localize`Invitation for ${this.person.name}:name:`
    : $localize`Password link for ${this.person.name}:name:`;
  protected readonly label = this.person.invited ? $localize`Invitation link` : $localize`Password link`;
  protected readonly link = signal<OneTimeLink | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isMaking = signal(false);

  protected async make(): Promise<void> {
    this.isMaking.set(true);
    this.problem.set(null);
    const { id, email, invited } = this.person;
    try {
      this.link.set(await (invited ? this.api.invite({ email }) : this.api.makeResetLink(id)));
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.isMaking.set(false);
    }
  }
}
