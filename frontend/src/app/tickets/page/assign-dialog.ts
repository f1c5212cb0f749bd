import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { Session } from '../../platform/session';
import { FORM_FIELD_DEFAULTS } from '../../ui/form-field-defaults';
import { PersonPicker } from '../../ui/person-picker';
import type { PersonRef } from '../model/ticket';
import type { OpenTicket } from './open-ticket';

/** Whose work it is from now on: mine, somebody's, or nobody's. */
@Component({
  selector: 'dh-assign-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatIcon, PersonPicker],
  ],
  providers: [FORM_FIELD_DEFAULTS],
  templateUrl: './assign-dialog.html',
  styleUrl: './assign-dialog.scss',
})
export class AssignDialog {
  private readonly open = inject<OpenTicket>(MAT_DIALOG_DATA);
  private readonly shown = inject<MatDialogRef<AssignDialog>>(MatDialogRef);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);

  protected readonly number = computed(() => this.open.ticket()?.number ?? 0);
  protected readonly assignee = computed(() => this.open.ticket()?.assignee ?? null);
  protected readonly isMine = computed(() => this.assignee()?.id === this.session.me()?.id);
  protected readonly surprise = computed(() => this.open.surprise());
  protected readonly chosen = signal<PersonRef | null>(null);
  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected assignToMe(): void {
    const me = this.session.me();
    if (me) void this.assign(me);
  }

  /** With nobody chosen it does nothing: an empty field is not "Nobody". */
  protected assignChosen(): void {
    const person = this.chosen();
    if (person) void this.assign(person);
  }

  protected async assign(person: PersonRef | null): Promise<void> {
    if (this.isSending()) return;
    this.failure.set(null);
    this.isSending.set(true);
    try {
      if ((await this.open.assign(person?.id ?? null)) !== 'done') return;
      this.notices.say(this.doneWords(person));
      this.shown.close();
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }

  private doneWords(person: PersonRef | null): string {
    const number = this.number();
    if (!person) return $localize`Nobody has #${number}:number: now.`;
    if (person.id === this.session.me()?.id) return $localize`You took #${number}:number:.`;
    return $localize`${person.name}:name: has #${number}:number: now.`;
  }
}
