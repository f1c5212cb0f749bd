import { type CdkDragDrop, CdkDrag, CdkDragHandle, CdkDropList } from '@angular/cdk/drag-drop';
import { afterNextRender, Component, inject, Injector, input, linkedSignal, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mediaFits } from '../../platform/media';
import { Notices } from '../../platform/notices';
import { categoryDescription, categoryLabel } from '../../ui/category-label';
import { CategoryName } from '../../ui/category-name';
import { type Category, CategoryApi, type CategoryChange } from './category-api';
import { CategoryDialog } from './category-dialog';

/** The categories as rows to be ordered, by dragging or by the buttons of a row, renamed and switched on and off. */
@Component({
  selector: 'dh-category-table',
  imports: [
    CategoryName,
    CdkDrag,
    CdkDragHandle,
    CdkDropList,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
  ],
  templateUrl: './category-table.html',
  styleUrl: './category-table.scss',
})
export class CategoryTable {
  private readonly api = inject(CategoryApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);

  readonly categories = input.required<readonly Category[]>();
  readonly changed = output();

  /** What was moved stands in its new place at once. */
  protected readonly rows = linkedSignal(() => this.categories());
  /** On a phone there is no room beside the words: the menu has the two steps. */
  protected readonly isNarrow = mediaFits('(width < 600px)');
  protected readonly isBusy = signal(false);
  protected readonly description = categoryDescription;

  protected label({ name }: Category): string {
    return $localize`Actions for ${categoryLabel(name)}:name:`;
  }

  protected edit(category: Category): void {
    this.dialog
      .open<CategoryDialog, Category | null, boolean>(CategoryDialog, {
        data: category,
        width: '520px',
        maxWidth: '94vw',
        // The menu item that had the focus is gone when the dialog closes.
        restoreFocus: `#category-${category.id}`,
      })
      .afterClosed()
      .subscribe((done) => {
        if (done) this.changed.emit();
      });
  }

  protected async setActive(category: Category, active: boolean): Promise<void> {
    const done = active
      ? $localize`“${categoryLabel(category.name)}:name:” can be chosen again.`
      : $localize`“${categoryLabel(category.name)}:name:” cannot be chosen any more. Its tickets keep it.`;
    if (!(await this.send(category, { active }))) return;
    this.notices.offerUndo(done, () => void this.send(category, { active: !active }));
  }

  protected upLabel({ name }: Category): string {
    return $localize`Move ${categoryLabel(name)}:name: up`;
  }

  protected downLabel({ name }: Category): string {
    return $localize`Move ${categoryLabel(name)}:name: down`;
  }

  /** By a button of the row, which keeps the focus: whoever wants it further up presses again. */
  protected step({ currentTarget }: Event, category: Category, from: number, to: number): void {
    void this.move(category, from, to, (currentTarget as HTMLElement).id);
  }

  protected drop({ previousIndex, currentIndex }: CdkDragDrop<unknown>): void {
    const category = this.rows()[previousIndex];
    if (category) void this.move(category, previousIndex, currentIndex);
  }

  /**
   * @param from and @param to places counted from 0
   * @param focused the id of what has the focus, and keeps it
   */
  protected async move(
    category: Category,
    from: number,
    to: number,
    focused = `category-${category.id}`,
  ): Promise<void> {
    if (from === to || to < 0 || to >= this.rows().length || this.isBusy()) return;
    this.rows.update((rows) => rows.toSpliced(from, 1).toSpliced(to, 0, category));
    // A row that changes its place in the page loses the focus.
    const refocus = (): void => document.getElementById(focused)?.focus();
    afterNextRender(refocus, { injector: this.injector });
    if (!(await this.send(category, { position: to + 1 }))) {
      this.rows.set(this.categories());
      return;
    }
    const words = $localize`“${categoryLabel(category.name)}:name:” is number ${to + 1}:place: now.`;
    this.notices.offerUndo(words, () => void this.send(category, { position: from + 1 }));
  }

  private async send({ id }: Category, change: CategoryChange): Promise<boolean> {
    this.isBusy.set(true);
    try {
      await this.api.change(id, change);
      this.changed.emit();
      return true;
    } catch (error) {
      this.notices.fail(error);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}
