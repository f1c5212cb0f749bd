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
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { asProblem } from '../platform/problem';
import { FORM_FIELD_DEFAULTS } from '../ui/form-field-defaults';
import { PeopleApi, type Person } from './people-api';

/** Asks for the name to be typed, for nothing brings an erased person back. */
@Component({
  selector: 'dh-erase-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatFormField, MatHint, MatInput, MatLabel],
  ],
  providers: [FORM_FIELD_DEFAULTS],
  templateUrl: './erase-dialog.html',
  styleUrl: './dialog.scss',
})
export class EraseDialog {
  private readonly api = inject(PeopleApi);
  private readonly shown = inject<MatDialogRef<EraseDialog, true>>(MatDialogRef);

  protected readonly person = inject<Person>(MAT_DIALOG_DATA);
  private readonly typed = signal('');
  protected readonly isWrong = signal(false);
  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected type(text: string): void {
    this.typed.set(text);
    this.isWrong.set(false);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    this.failure.set(null);
    this.isWrong.set(this.typed().trim() !== this.person.name.trim());
    if (this.isWrong()) return;
    this.isSending.set(true);
    try {
      await this.api.erase(this.person.id);
      this.shown.close(true);
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }
}
