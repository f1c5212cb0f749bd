import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
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
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { LIMITS, unknownVariablesIn } from '@deskhand/shared';
import { sendForm } from '../../platform/form-problems';
import { atMost } from '../../platform/form-rules';
import { Session } from '../../platform/session';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { applyEdit } from '../../ui/markdown/apply-edit';
import { ProblemForm } from '../../ui/problem-form';
import { insertion } from './snippet-query';
import { type Snippet, Snippets } from './snippets';
import { VARIABLES } from './variable-words';

/** A new snippet, or another text for one. Closes with it once it is saved. */
@Component({
  selector: 'dh-snippet-dialog',
  imports: [
    ...[FormField, FormSummary, MatButton, MatCheckbox, MatError, FORM_FIELD, MatIcon, MatInput, MatLabel],
    ...[MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, ProblemForm],
  ],
  templateUrl: './snippet-dialog.html',
  styleUrl: './snippet-dialog.scss',
})
export class SnippetDialog {
  private readonly snippets = inject(Snippets);
  private readonly shown = inject<MatDialogRef<SnippetDialog, Snippet>>(MatDialogRef);
  private readonly body = viewChild.required<ElementRef<HTMLTextAreaElement>>('body');

  protected readonly snippet = inject<Snippet | null>(MAT_DIALOG_DATA);
  protected readonly variables = VARIABLES;
  private readonly session = inject(Session);
  protected readonly mayShare = computed(() => this.session.may('snippet.share'));

  private readonly model = signal({
    name: this.snippet?.name ?? '',
    body: this.snippet?.body ?? '',
    shared: this.snippet?.shared ?? false,
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name, { message: $localize`Enter a name.` });
      atMost(path.name, LIMITS.snippet.name.max);
      required(path.body, { message: $localize`Write something first.` });
      atMost(path.body, LIMITS.snippet.body.max);
      validate(path.body, ({ value }) => {
        const [unknown] = unknownVariablesIn(value());
        const name = `{{${unknown ?? ''}}}`;
        return unknown === undefined
          ? undefined
          : { kind: 'unknown', message: $localize`There is no variable ${name}:name:. Choose one from the menu.` };
      });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  protected insert(written: string): void {
    const field = this.body().nativeElement;
    field.focus();
    applyEdit(field, insertion(field.selectionStart, field.selectionEnd, written));
  }

  private async send(): Promise<void> {
    const { name, body, shared } = this.model();
    const fields = { name, body, ...(this.mayShare() ? { shared } : {}) };
    this.shown.close(
      this.snippet ? await this.snippets.change(this.snippet.id, fields) : await this.snippets.create(fields),
    );
  }
}
