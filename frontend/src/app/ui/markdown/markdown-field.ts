import { _IdGenerator } from '@angular/cdk/a11y';
import { Component, computed, type ElementRef, inject, input, linkedSignal, viewChildren } from '@angular/core';
import { MissingPart } from '../missing-part';
import { Markdown, type Mentioned } from './markdown';

/**
 * Stands around a field in which Markdown is written, and shows what becomes of it:
 * `<dh-markdown-field [text]="…"><mat-form-field>…<textarea dhMarkdownKeys></textarea></mat-form-field></dh-markdown-field>`
 */
@Component({
  selector: 'dh-markdown-field',
  imports: [Markdown, MissingPart],
  templateUrl: './markdown-field.html',
  styleUrl: './markdown-field.scss',
})
export class MarkdownField {
  protected readonly id = inject(_IdGenerator).getId('dh-markdown-');
  private readonly tabs = viewChildren<ElementRef<HTMLButtonElement>>('tab');

  /** What stands in the field now. */
  readonly text = input.required<string>();
  readonly mentions = input<readonly Mentioned[]>([]);
  /** What is wrong with it, which is told and mended where it is written. */
  readonly problem = input<string | null>(null);

  /** Another text or another problem than the one that was looked at brings the field back. */
  protected readonly isPreview = linkedSignal<string, boolean>({
    source: () => `${this.problem() ?? ''}\n${this.text()}`,
    computation: () => false,
  });
  protected readonly isBlank = computed(() => this.text().trim() === '');

  /** Brings the field back. */
  write(): void {
    this.isPreview.set(false);
  }

  protected choose(isPreview: boolean): void {
    this.isPreview.set(isPreview);
  }

  /** There are two tabs, so each arrow leads to the other. */
  protected move(event: Event): void {
    event.preventDefault();
    this.isPreview.update((shown) => !shown);
    this.tabs()[this.isPreview() ? 1 : 0]?.nativeElement.focus();
  }
}
