import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { mayChangeView } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../../platform/notices';
import { linkTo, type QueueView, type SavedView } from '../../platform/queue-views';
import { Session } from '../../platform/session';
import { type NewView, Views } from '../../platform/views';
import { isConfirmed } from '../../ui/confirm-dialog';
import { ViewDialog, type ViewToSave } from './view-dialog';

/** Keeps what is shown: changes a view, saves a new one, renames, shares and deletes. */
@Component({
  selector: 'dh-view-bar',
  imports: [MatButton, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './view-bar.html',
  styleUrl: './view-bar.scss',
})
export class ViewBar {
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly views = inject(Views);

  readonly view = input.required<QueueView>();
  /** Whether what is shown differs from it. */
  readonly isChanged = input.required<boolean>();
  /** What is shown. */
  readonly content = input.required<Omit<NewView, 'name'>>();
  readonly saved = output();

  protected readonly isSaving = signal(false);
  protected readonly link = computed(() => linkTo(this.view()));
  /** The view, if it is one that this person may change. */
  protected readonly changeable = computed(() => {
    const [me, view] = [this.session.me(), this.view().saved];
    return me && view && mayChangeView(me, { ownerId: view.owner.id, shared: view.shared }) ? view : null;
  });

  protected async update(view: SavedView): Promise<void> {
    this.isSaving.set(true);
    try {
      await this.views.change(view.id, this.content());
      this.open(view);
      this.notices.say($localize`“${view.name}:name:” is saved.`);
    } catch (error) {
      this.notices.fail(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  protected async saveAsNew(): Promise<void> {
    const view = await this.ask({ content: this.content() });
    if (!view) return;
    this.open(view);
    this.notices.say($localize`“${view.name}:name:” is saved.`);
  }

  protected async rename(view: SavedView): Promise<void> {
    const renamed = await this.ask({ view });
    if (renamed) this.notices.say($localize`“${renamed.name}:name:” is saved.`);
  }

  protected async delete(view: SavedView): Promise<void> {
    const text = view.shared
      ? $localize`All staff lose this view. The tickets in it stay as they are.`
      : $localize`Only you have this view. The tickets in it stay as they are.`;
    const done = await isConfirmed(this.dialog, {
      ...{ heading: $localize`Delete the view “${view.name}:name:”?`, text },
      ...{ no: $localize`Keep it`, yes: $localize`Delete the view` },
      act: async () => {
        await this.views.delete(view.id);
        await this.router.navigate(['/queue'], { replaceUrl: true });
      },
    });
    if (done) this.notices.say($localize`The view is deleted.`);
  }

  private ask(data: ViewToSave): Promise<SavedView | undefined> {
    const shown = this.dialog.open<ViewDialog, ViewToSave, SavedView>(ViewDialog, { data, width: '440px' });
    return firstValueFrom(shown.afterClosed());
  }

  /** What was a change is now the view itself. */
  private open(view: SavedView): void {
    this.saved.emit();
    void this.router.navigate(['/queue'], { queryParams: linkTo(view), replaceUrl: true });
  }
}
