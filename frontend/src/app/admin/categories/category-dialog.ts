import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS, STANDARD_CATEGORIES } from '@deskhand/shared';
import { sendForm } from '../../platform/form-problems';
import { atMost } from '../../platform/form-rules';
import { Notices } from '../../platform/notices';
import { categoryLabel, standardWords } from '../../ui/category-label';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { ProblemForm } from '../../ui/problem-form';
import { type Category, CategoryApi } from './category-api';

/** A new category, or another name and description for one. Closes with true once it is saved. */
@Component({
  selector: 'dh-category-dialog',
  imports: [
    ...[FormField, FormSummary, MatButton, MatError, FORM_FIELD, MatHint, MatInput, MatLabel, ProblemForm],
    ...[MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  ],
  templateUrl: './category-dialog.html',
  styleUrl: './category-dialog.scss',
})
export class CategoryDialog {
  private readonly api = inject(CategoryApi);
  private readonly notices = inject(Notices);
  private readonly dialog = inject<MatDialogRef<CategoryDialog, boolean>>(MatDialogRef);
  protected readonly category = inject<Category | null>(MAT_DIALOG_DATA);

  protected readonly name = categoryLabel(this.category?.name ?? '');
  /** What stands where nothing is entered, in the reader's words. */
  protected readonly standard = this.category?.standard ? standardWords(this.category.standard) : null;

  private readonly model = signal({
    name: this.own('name'),
    description: this.own('description'),
    notifyEmail: this.category?.notifyEmail ?? '',
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Enter a name.`, when: () => this.standard === null });
      atMost(path.name, LIMITS.category.name.max);
      atMost(path.description, LIMITS.category.description.max);
      email(path.notifyEmail, { message: $localize`Enter a mail address such as anna@example.com.` });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  private async send(): Promise<void> {
    const { name, description, notifyEmail } = this.model();
    const notify = { notifyEmail: notifyEmail.trim() || null };
    const saved = await (this.category
      ? this.api.change(this.category.id, {
          name: this.orUsual(name),
          description: this.orUsual(description),
          ...notify,
        })
      : this.api.create({ name, description, ...notify }));
    this.notices.say($localize`“${categoryLabel(saved.name)}:name:” is saved.`);
    this.dialog.close(true);
  }

  /** Empty where the standard words stand. */
  private own(field: 'name' | 'description'): string {
    const { category } = this;
    if (!category) return '';
    return category.standard && category[field] === STANDARD_CATEGORIES[category.standard][field]
      ? ''
      : category[field];
  }

  private orUsual(text: string): string | null {
    return this.standard && text.trim() === '' ? null : text;
  }
}
