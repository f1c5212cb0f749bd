import { afterRenderEffect, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import type { ValidationError } from '@angular/forms/signals';
import { MatIcon } from '@angular/material/icon';
import { ProblemForm } from './problem-form';

/** What was wrong with the last attempt, at the top of its form. It takes the focus, and each line leads to its field. */
@Component({
  selector: 'dh-form-summary',
  imports: [MatIcon],
  templateUrl: './form-summary.html',
  styleUrl: './form-summary.scss',
})
export class FormSummary {
  private readonly form = inject(ProblemForm);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  protected readonly failures = computed(() => this.form.failures());

  constructor() {
    afterRenderEffect(() => {
      if (this.failures().length > 0) this.box()?.nativeElement.focus();
    });
  }

  /** An error of the form as a whole has no field to go to, nor has a token that came with the link. */
  protected isOfField(failure: ValidationError.WithFieldTree): boolean {
    return failure.fieldTree().formFieldBindings().length > 0;
  }

  protected goTo(failure: ValidationError.WithFieldTree): void {
    failure.fieldTree().focusBoundControl();
  }
}
