import { Component, inject, type Signal, signal } from '@angular/core';
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
import { asProblem } from '../../platform/problem';
import { Session } from '../../platform/session';
import { PersonPicker } from '../../ui/person-picker';
import { settling } from '../../ui/settling';
import type { PersonRef } from '../model/ticket';

/** What is assigned: one ticket or many. */
export interface Assignment {
  readonly title: string;
  readonly offersMe: Signal<boolean>;
  readonly offersNobody: Signal<boolean>;
  /** What changed under the hands meanwhile. */
  readonly surprise: Signal<string | null>;
  /** Whether it is done, and told of. @throws Problem */
  assign(person: PersonRef | null): Promise<boolean>;
}

/** Whose work it is from now on: mine, somebody's, or nobody's. */
@Component({
  selector: 'dh-assign-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatIcon, PersonPicker],
  ],
  templateUrl: './assign-dialog.html',
  styleUrl: './assign-dialog.scss',
})
export class AssignDialog {
  private readonly shown = inject<MatDialogRef<AssignDialog>>(MatDialogRef);
  private readonly session = inject(Session);

  protected readonly assignment = inject<Assignment>(MAT_DIALOG_DATA);
  protected readonly chosen = signal<PersonRef | null>(null);
  protected readonly isSettling = settling(this.assignment.surprise);
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
      if (await this.assignment.assign(person)) this.shown.close();
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }
}
