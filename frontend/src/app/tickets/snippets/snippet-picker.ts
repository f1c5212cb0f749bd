import { _IdGenerator } from '@angular/cdk/a11y';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { Failure } from '../../ui/failure';
import { FORM_FIELD } from '../../ui/form-field';
import { Skeleton } from '../../ui/skeleton';
import { snippetsWith } from './snippet-query';
import type { FilledSnippet, TicketSnippets } from './ticket-snippets';

/** All snippets, as they read on this ticket, with a search. Closes with the one that is chosen. */
@Component({
  selector: 'dh-snippet-picker',
  imports: [
    ...[Failure, MatButton, FORM_FIELD, MatInput, MatLabel, RouterLink, Skeleton],
    ...[MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  ],
  templateUrl: './snippet-picker.html',
  styleUrl: './snippet-picker.scss',
})
export class SnippetPicker {
  private readonly shown = inject<MatDialogRef<SnippetPicker, FilledSnippet>>(MatDialogRef);
  protected readonly snippets = inject<TicketSnippets>(MAT_DIALOG_DATA);
  protected readonly id = inject(_IdGenerator).getId('dh-snippets-');

  protected readonly search = signal('');
  protected readonly found = computed(() => snippetsWith(this.search(), this.snippets.all() ?? []));
  /** Which of them the keys choose: the first, whenever others are found. */
  protected readonly active = linkedSignal({ source: this.found, computation: () => 0 });

  protected choose(snippet: FilledSnippet | undefined): void {
    if (snippet) this.shown.close(snippet);
  }

  protected press(event: KeyboardEvent): void {
    const [count, active] = [this.found().length, this.active()];
    if (count === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') this.move((active + 1) % count);
    else if (event.key === 'ArrowUp') this.move((active + count - 1) % count);
    else if (event.key === 'Enter') this.choose(this.found()[active]);
    else return;
    event.preventDefault();
  }

  private move(to: number): void {
    this.active.set(to);
    document.getElementById(`${this.id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  }
}
