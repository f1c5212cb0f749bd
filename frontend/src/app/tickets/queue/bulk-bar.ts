import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuTrigger } from '@angular/material/menu';
import type { ListQuery } from '../model/ticket-list';
import { BulkChanges } from './bulk-changes';
import { EveryMatch, MOST_SELECTED } from './every-match';
import { QueueSelection } from './queue-selection';
import { TargetActions } from './target-actions';
import type { TargetMenus } from './target-menus';

/** What can be done to the selected tickets together, and how far that has come. */
@Component({
  selector: 'dh-bulk-bar',
  imports: [MatButton, MatIcon, MatIconButton, MatMenuTrigger],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  private readonly changes = inject(BulkChanges);
  protected readonly selection = inject(QueueSelection);
  protected readonly actions = inject(TargetActions);
  protected readonly everyMatch = inject(EveryMatch);

  readonly menus = input.required<TargetMenus>();
  /** The list of which a page is shown, and how many it has in words. */
  readonly query = input<ListQuery>();
  readonly all = input('');

  protected readonly isBlocked = computed(
    () => this.changes.isBusy() || this.everyMatch.progress() !== null || this.selection.count() === 0,
  );
  /** Where the whole page is selected and is not the whole list, which is known by its count in words. */
  protected readonly offersAll = computed(
    () => this.selection.isAll() && !this.selection.isBeyond() && this.all() !== '' && this.query() !== undefined,
  );
  protected readonly isCut = computed(() => this.selection.isBeyond() && this.selection.count() >= MOST_SELECTED);
  /** What is under way, and can be stopped. */
  protected readonly work = computed(() => {
    const [found, progress] = [this.everyMatch.progress(), this.changes.progress()];
    if (progress) {
      const { done, total } = progress;
      return { words: $localize`${done}:done: of ${total}:total: changed`, done, total };
    }
    if (found === null) return null;
    return { words: $localize`${found}:count: found`, done: undefined, total: undefined };
  });

  protected selectAll(): void {
    const query = this.query();
    if (query) void this.everyMatch.select(query);
  }

  protected stop(): void {
    this.everyMatch.stop();
    this.changes.stop();
  }
}
