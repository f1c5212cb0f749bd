import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { LIMITS } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../../platform/notices';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { SnippetDialog } from './snippet-dialog';
import { type Snippet, Snippets } from './snippets';

/** The texts that one keeps for replies, and those that all staff have. */
@Component({
  selector: 'dh-snippets-page',
  imports: [
    ...[EmptyState, Failure, MatButton, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
    ...[PageHeader, Skeleton],
  ],
  templateUrl: './snippets-page.html',
  styleUrl: './snippets-page.scss',
})
export class SnippetsPage {
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  protected readonly snippets = inject(Snippets);

  protected readonly groups = computed(() => {
    const all = this.snippets.all() ?? [];
    const groups = [
      { heading: $localize`My snippets`, snippets: all.filter(({ shared }) => !shared) },
      { heading: $localize`Shared with all staff`, snippets: all.filter(({ shared }) => shared) },
    ];
    return groups.filter((group) => group.snippets.length > 0);
  });
  protected readonly isFull = computed(
    () => (this.snippets.all() ?? []).filter(({ shared }) => !shared).length >= LIMITS.snippet.own,
  );

  constructor() {
    this.snippets.need();
  }

  protected menuLabel({ name }: Snippet): string {
    return $localize`Actions for ${name}:name:`;
  }

  protected async edit(snippet: Snippet | null): Promise<void> {
    const shown = this.dialog.open<SnippetDialog, Snippet | null, Snippet>(SnippetDialog, {
      ...{ data: snippet, width: '640px', maxWidth: '94vw' },
    });
    const saved = await firstValueFrom(shown.afterClosed());
    if (saved) this.notices.say($localize`“${saved.name}:name:” is saved.`);
  }

  protected async delete({ id, name, body, shared }: Snippet): Promise<void> {
    try {
      await this.snippets.delete(id);
      this.notices.offerUndo($localize`“${name}:name:” is deleted.`, () => {
        void this.attempt(() => this.snippets.create({ name, body, shared }));
      });
    } catch (error) {
      this.notices.fail(error);
    }
  }

  private async attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
