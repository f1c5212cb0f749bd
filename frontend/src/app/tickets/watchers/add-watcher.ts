import { Component, ElementRef, inject, input, output, signal } from '@angular/core';
import { email, form, FormField, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { sendForm } from '../../platform/form-problems';
import { FORM_FIELD } from '../../ui/form-field';
import { ProblemForm } from '../../ui/problem-form';
import { isFocusWithin } from '../../ui/where-the-focus-is';
import { WatcherApi } from './watcher-api';

/** Asks for a colleague's address. Nobody is looked up: who may be there is not told. */
@Component({
  selector: 'dh-add-watcher',
  imports: [FormField, MatButton, MatError, FORM_FIELD, MatHint, MatInput, MatLabel, ProblemForm],
  template: `
    <form [dhForm]="form" (keydown.escape)="closed.emit()">
      <mat-form-field>
        <mat-label i18n>Mail address of a colleague</mat-label>
        <input matInput type="email" [formField]="form.email" autocomplete="off" />
        <mat-hint i18n>They will see this ticket and its replies.</mat-hint>
        @if (form.email().errors()[0]; as failure) {
          <mat-error>{{ failure.message }}</mat-error>
        }
      </mat-form-field>
      @if (form().errors()[0]; as failure) {
        <p class="dh-wrong" role="alert">{{ failure.message }}</p>
      }
      <div class="send">
        <button matButton="tonal" type="submit" [disabled]="form().submitting()" disabledInteractive i18n>Add</button>
        <button matButton type="button" (click)="closed.emit()" i18n>Cancel</button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 8px;
      padding-block: 4px 8px;
    }
    .send {
      display: flex;
      gap: 8px;
    }
  `,
})
export class AddWatcher {
  private readonly api = inject(WatcherApi);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly ticketId = input.required<string>();
  readonly added = output<string>();
  readonly closed = output();

  private readonly model = signal({ email: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.email, { message: $localize`Enter a mail address.` });
      email(path.email, { message: $localize`Enter a mail address, such as emma@example.org.` });
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  /** For whoever opened it: typing goes on here. */
  focus(): void {
    this.form.email().focusBoundControl();
  }

  private async send(): Promise<void> {
    const watcher = await this.api.add(this.ticketId(), this.model().email.trim());
    this.model.set({ email: '' });
    this.form().reset();
    this.added.emit(watcher.email);
    if (isFocusWithin(this.host)) this.focus();
  }
}
