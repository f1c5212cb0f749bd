import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { download } from '../../platform/save-file';
import { Session } from '../../platform/session';
import { ChartCanvas } from './chart-canvas';
import type { ChartModel } from './chart-model';

/** Rows that a picture can hold; the others are in the table. */
const MOST_BARS = 12;

/** A chart with its words, its table and its file. */
@Component({
  selector: 'dh-chart-card',
  imports: [ChartCanvas, MatButton, MatIcon, MatIconButton, RouterLink],
  templateUrl: './chart-card.html',
  styleUrl: './chart-card.scss',
})
export class ChartCard {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly heading = input.required<string>();
  readonly model = input.required<ChartModel>();
  /** The address of the same figures as CSV. */
  readonly file = input.required<string>();

  protected readonly showsTable = signal(false);
  /** The picture; a long list of bars shows its beginning. */
  protected readonly drawn = computed<ChartModel>(() => {
    const model = this.model();
    return model.kind === 'bars' ? { ...model, rows: model.rows.slice(0, MOST_BARS) } : model;
  });
  protected readonly hidden = computed(() => this.model().rows.length - this.drawn().rows.length);
  protected readonly toggleLabel = computed(() =>
    this.showsTable()
      ? $localize`Show ${this.heading()}:chart: as chart`
      : $localize`Show ${this.heading()}:chart: as table`,
  );
  protected readonly downloadLabel = computed(() => $localize`Download ${this.heading()}:chart: as CSV`);

  protected toggle(): void {
    this.showsTable.update((shows) => !shows);
  }

  protected open(row: number): void {
    const link = this.drawn().rows[row]?.link;
    if (link) void this.router.navigate(['/queue'], { queryParams: link });
  }

  /** The browser fetches it past this page, so the access must be fresh before it begins. */
  protected async save(): Promise<void> {
    await this.session.load();
    if (this.session.isSignedIn()) download(this.file());
  }
}
