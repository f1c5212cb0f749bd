import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS } from '@deskhand/shared';
import { sendForm } from '../../platform/form-problems';
import { atMost } from '../../platform/form-rules';
import type { SavedView } from '../../platform/queue-views';
import { type NewView, Views } from '../../platform/views';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { ProblemForm } from '../../ui/problem-form';

/** A view that is to be renamed or shared, or what a new one keeps. */
export type ViewToSave = { readonly view: SavedView } | { readonly content: Omit<NewView, 'name'> };

/** Names a view and says who has it. Closes with the view once it is saved. */
@Component({
  selector: 'dh-view-dialog',
  imports: [
    ...[FormField, FormSummary, MatButton, MatCheckbox, MatError, FORM_FIELD, MatInput, MatLabel, ProblemForm],
    ...[MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  ],
  templateUrl: './view-dialog.html',
  styleUrl: './view-dialog.scss',
})
export class ViewDialog {
  private readonly views = inject(Views);
  private readonly shown = inject<MatDialogRef<ViewDialog, SavedView>>(MatDialogRef);
  private readonly given = inject<ViewToSave>(MAT_DIALOG_DATA);
  protected readonly view = 'view' in this.given ? this.given.view : null;

  private readonly model = signal({ name: this.view?.name ?? '', shared: this.view?.shared ?? false });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Enter a name.` });
      atMost(path.name, LIMITS.view.name.max);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    const fields = this.model();
    this.shown.close(
      'view' in this.given
        ? await this.views.change(this.given.view.id, fields)
        : await this.views.create({ ...this.given.content, ...fields }),
    );
  }
}
