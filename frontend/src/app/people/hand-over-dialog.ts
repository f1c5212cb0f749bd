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
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import type { components } from '@deskhand/shared/api';
import { asProblem } from '../platform/problem';
import { FORM_FIELD_DEFAULTS } from '../ui/form-field-defaults';
import { PersonPicker } from '../ui/person-picker';
import { PeopleApi, type PersonChange, type PersonWithWork } from './people-api';

export interface HandOver {
  readonly person: PersonWithWork;
  /** What he is made: an employee, or disabled. */
  readonly change: PersonChange;
}

/** Asks who gets the open tickets of somebody who stops working on them, for nobody can take that back at once. */
@Component({
  selector: 'dh-hand-over-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatRadioButton, MatRadioGroup, PersonPicker],
  ],
  providers: [FORM_FIELD_DEFAULTS],
  templateUrl: './hand-over-dialog.html',
  styleUrl: './dialog.scss',
})
export class HandOverDialog {
  private readonly api = inject(PeopleApi);
  private readonly shown = inject<MatDialogRef<HandOverDialog, true>>(MatDialogRef);
  private readonly change = inject<HandOver>(MAT_DIALOG_DATA).change;

  protected readonly person = inject<HandOver>(MAT_DIALOG_DATA).person;
  protected readonly isDisabling = this.change.disabled === true;
  protected readonly goesTo = signal<'somebody' | 'nobody'>('somebody');
  protected readonly heir = signal<components['schemas']['PersonRefDto'] | null>(null);
  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly handOverTo = computed(() => (this.goesTo() === 'nobody' ? null : this.heir()?.id));

  protected async send(): Promise<void> {
    const handOverTo = this.handOverTo();
    if (handOverTo === undefined) {
      this.failure.set($localize`Choose who gets the tickets, or give them back to the queue.`);
      return;
    }
    this.failure.set(null);
    this.isSending.set(true);
    try {
      await this.api.change(this.person.id, { ...this.change, handOverTo });
      this.shown.close(true);
    } catch (error) {
      const { facts, words } = asProblem(error);
      this.failure.set(facts.errors[0]?.detail ?? words);
    } finally {
      this.isSending.set(false);
    }
  }
}
