import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Attempt } from '../platform/attempt';
import { FORM_FIELD } from '../ui/form-field';
import { type Heir, HEIR_MISSING, HeirChoice, heirProblem } from './heir-choice';
import { PeopleApi, type PersonWithWork } from './people-api';

/** Asks for the name to be typed, for nothing brings an erased person back, and who gets what he had to do. */
@Component({
  selector: 'dh-erase-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[HeirChoice, FORM_FIELD, MatHint, MatInput, MatLabel],
  ],
  templateUrl: './erase-dialog.html',
  styleUrl: './dialog.scss',
})
export class EraseDialog {
  private readonly api = inject(PeopleApi);
  private readonly shown = inject<MatDialogRef<EraseDialog, true>>(MatDialogRef);

  protected readonly person = inject<PersonWithWork>(MAT_DIALOG_DATA);
  protected readonly heir = signal<Heir>(undefined);
  private readonly typed = signal('');
  protected readonly isWrong = signal(false);
  protected readonly attempt = new Attempt();

  protected type(text: string): void {
    this.typed.set(text);
    this.isWrong.set(false);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.isWrong.set(this.typed().trim() !== this.person.name.trim());
    if (this.isWrong()) return;
    const handOverTo = this.person.openTickets > 0 ? this.heir() : null;
    if (handOverTo === undefined) {
      this.attempt.refuse(HEIR_MISSING);
      return;
    }
    void this.attempt.make(async () => {
      await this.api.erase(this.person.id, handOverTo);
      this.shown.close(true);
    }, heirProblem);
  }
}
