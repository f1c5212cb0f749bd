import { Component, computed, inject, input, LOCALE_ID, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTableModule } from '@angular/material/table';
import { RouterLink } from '@angular/router';
import { mediaFits } from '../../platform/media';
import { sentenceOf } from './kind-words';
import type { TrailEntry } from './trail-api';
import { TrailDetails } from './trail-details';

/** An entry with its words. */
interface TrailRow {
  readonly entry: TrailEntry;
  readonly sentence: string;
  /** With seconds and the zone, for what is compared with other records. */
  readonly exact: string;
}

/** Entries as sentences; each opens to show what is written. */
@Component({
  selector: 'dh-trail-table',
  imports: [MatIcon, MatIconButton, MatTableModule, RouterLink, TrailDetails],
  templateUrl: './trail-table.html',
  styleUrl: './trail-table.scss',
})
export class TrailTable {
  private readonly format = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'medium', timeStyle: 'long' });

  readonly entries = input.required<readonly TrailEntry[]>();

  /** Where the time has no column it stands below its sentence. */
  protected readonly isNarrow = mediaFits('(width < 840px)');
  protected readonly columns = computed(() => [...(this.isNarrow() ? [] : ['at']), 'what', 'more']);
  protected readonly rows = computed<TrailRow[]>(() =>
    this.entries().map((entry) => ({
      entry,
      sentence: sentenceOf(entry),
      exact: this.format.format(Date.parse(entry.at)),
    })),
  );
  private readonly opened = signal<ReadonlySet<string>>(new Set());

  protected isOpen({ entry }: TrailRow): boolean {
    return this.opened().has(entry.id);
  }

  protected toggle({ entry }: TrailRow): void {
    this.opened.update((opened) => {
      const next = new Set(opened);
      if (!next.delete(entry.id)) next.add(entry.id);
      return next;
    });
  }

  protected labelOf(row: TrailRow): string {
    return $localize`Details: ${row.sentence}:sentence:`;
  }

  protected readonly idOf = (_index: number, { entry }: TrailRow): string => entry.id;
}
