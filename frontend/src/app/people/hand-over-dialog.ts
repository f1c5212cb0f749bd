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
import { Attempt } from '../platform/attempt';
import { type Heir, HEIR_MISSING, HeirChoice, heirProblem } from './heir-choice';
import { PeopleApi, type PersonChange, type PersonWithWork } from './people-api';

export interface HandOver {
  readonly person: PersonWithWork;
  /** What he is made: an employee, or disabled. */
  readonly change: PersonChange;
}

/** Asks who gets the open tickets of somebody who stops working on them, for nobody can take that back at once. */
@Component({
  selector: 'dh-hand-over-dialog',
  imports: [...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle], HeirChoice],
  templateUrl: './hand-over-dialog.html',
  styleUrl: './dialog.scss',
})
export class HandOverDialog {
  private readonly api = inject(PeopleApi);
  private readonly shown = inject<MatDialogRef<HandOverDialog, true>>(MatDialogRef);
  private readonly change = inject<HandOver>(MAT_DIALOG_DATA).change;

  protected readonly person = inject<HandOver>(MAT_DIALOG_DATA).person;
  protected readonly isDisabling = this.change.disabled === true;
  protected readonly heir = signal<Heir>(undefined);
  protected readonly attempt = new Attempt();

  protected send(): void {
    const handOverTo = this.heir();
    if (handOverTo === undefined) {
      this.attempt.refuse(HEIR_MISSING);
      return;
    }
    void this.attempt.make(async () => {
      await this.api.change(this.person.id, { ...this.change, handOverTo });
      this.shown.close(true);
    }, heirProblem);
  }
}
