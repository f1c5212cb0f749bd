import { Directive, input, signal } from '@angular/core';
import { type FieldTree, submit, type ValidationError } from '@angular/forms/signals';

/**
 * `<form [dhForm]="form">` submits the form, remembers what was wrong with the attempt for `<dh-form-summary>`, and
 * leaves out the browser's own bubbles. A second click while the first is under way does nothing.
 */
@Directive({
  selector: 'form[dhForm]',
  host: { novalidate: '', '(submit)': 'send($event)' },
})
export class ProblemForm {
  readonly form = input.required<FieldTree<unknown>>({ alias: 'dhForm' });
  readonly failures = signal<readonly ValidationError.WithFieldTree[]>([]);

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const form = this.form();
    if (form().submitting()) return;
    // What went wrong with the last attempt as a whole, such as a lost connection, is no reason to refuse another one: an
    // equal value that is not the same makes the form forget it.
    form().value.update((value) => (typeof value === 'object' ? { ...value } : value));
    const sent = await submit(form);
    this.failures.set(sent ? [] : form().errorSummary());
  }
}
