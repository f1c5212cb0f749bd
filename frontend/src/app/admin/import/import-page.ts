import { DecimalPipe } from '@angular/common';
import { Component, computed, DestroyRef, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import type { ImportField } from '@deskhand/shared';
import type { Subscription } from 'rxjs';
import { asProblem } from '../../platform/problem';
import { PageHeader } from '../../ui/page-header';
import { guessFields } from './column-guess';
import { ColumnList } from './column-list';
import { FileChoice } from './file-choice';
import { type FileHead, readHead } from './file-head';
import { ImportApi, type ImportReport } from './import-api';
import { ImportResult } from './import-result';

interface Chosen {
  readonly file: File;
  readonly head: FileHead;
}

/** Tickets from elsewhere: choose a file, say what its columns are, see what would come of it, import. */
@Component({
  selector: 'dh-import-page',
  imports: [ColumnList, DecimalPipe, FileChoice, ImportResult, MatButton, MatProgressBar, PageHeader, RouterLink],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
})
export class ImportPage {
  private readonly api = inject(ImportApi);
  private readonly destroyed = inject(DestroyRef);
  private readonly resultHeading = viewChild<ElementRef<HTMLElement>>('outcome');
  private sending: Subscription | null = null;

  protected readonly chosen = signal<Chosen | null>(null);
  protected readonly fields = signal<readonly (ImportField | null)[]>([]);
  /** From 0 to 1 while a file is sent. */
  protected readonly progress = signal<number | null>(null);
  protected readonly report = signal<ImportReport | null>(null);
  protected readonly failure = signal<readonly string[]>([]);

  protected readonly isBusy = computed(() => this.progress() !== null);
  protected readonly hasText = computed(() =>
    this.fields().some((field) => field === 'subject' || field === 'description'),
  );
  protected readonly isChecked = computed(() => this.report()?.dryRun === true);

  protected async choose(file: File): Promise<void> {
    this.report.set(null);
    this.failure.set([]);
    const head = await readHead(file);
    if (!head) {
      this.chosen.set(null);
      this.failure.set([$localize`The first line of this file does not name columns. Is it a CSV file?`]);
      return;
    }
    this.chosen.set({ file, head });
    this.fields.set(guessFields(head.columns));
  }

  /** What was checked is another thing then. */
  protected rechoose(fields: readonly (ImportField | null)[]): void {
    this.fields.set(fields);
    this.report.set(null);
  }

  protected send(dryRun: boolean): void {
    const chosen = this.chosen();
    if (!chosen || this.isBusy()) return;
    const { file, head } = chosen;
    const map = this.fields().flatMap((field, at) => (field === null ? [] : [`${field}=${head.columns[at] ?? ''}`]));
    this.progress.set(0);
    this.failure.set([]);
    this.sending = this.api
      .send({ file, isPacked: head.isPacked, map, dryRun })
      .pipe(takeUntilDestroyed(this.destroyed))
      .subscribe({
        next: (step) => {
          if ('report' in step) this.end(step.report);
          else this.progress.set(step.progress);
        },
        error: (error: unknown) => {
          this.progress.set(null);
          const { words, facts } = asProblem(error);
          this.failure.set([words, ...facts.errors.map(({ detail }) => detail)]);
        },
      });
  }

  /** What was imported by then stays. */
  protected stop(): void {
    this.sending?.unsubscribe();
    this.progress.set(null);
    this.failure.set([$localize`Stopped. What was imported stays; import the file again to go on.`]);
  }

  private end(report: ImportReport): void {
    this.progress.set(null);
    this.report.set(report);
    // After it is drawn: whoever waited hears what came of it.
    setTimeout(() => this.resultHeading()?.nativeElement.focus());
  }
}
