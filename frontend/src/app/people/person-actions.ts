import { Component, computed, DestroyRef, ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialog, type MatDialogConfig } from '@angular/material/dialog';
import { MatDivider } from '@angular/material/divider';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { isStaffRole, type Role, ROLES } from '@deskhand/shared';
import { Notices } from '../platform/notices';
import { roleLabel } from '../ui/role-label';
import { PeopleApi, type Person, type PersonChange, type PersonWithWork } from './people-api';
import { EraseDialog } from './erase-dialog';
import { HandOverDialog, type HandOver } from './hand-over-dialog';
import { LinkDialog } from './link-dialog';

/**
 * What an admin may do to somebody. What can be taken back does not ask; the notice offers the way back. A link cannot be
 * called back, nor tickets that went to somebody else.
 */
@Component({
  selector: 'dh-person-actions',
  imports: [MatDivider, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  templateUrl: './person-actions.html',
})
export class PersonActions {
  private readonly api = inject(PeopleApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly destroyRef = inject(DestroyRef);

  private readonly trigger = viewChild.required<unknown, ElementRef<HTMLElement>>('trigger', { read: ElementRef });

  readonly person = input.required<Person>();
  readonly changed = output();

  protected readonly label = computed(() => $localize`Actions for ${this.person().name}:name:`);
  protected readonly roles = ROLES;
  protected readonly roleLabel = roleLabel;
  protected readonly isBusy = signal(false);

  protected async setRole(role: Role): Promise<void> {
    const { name, role: former } = this.person();
    if (role === former) return;
    await this.change({ role }, { role: former }, $localize`${name}:name: is ${roleLabel(role)}:role: now.`);
  }

  protected async setDisabled(disabled: boolean): Promise<void> {
    const { name } = this.person();
    const done = disabled
      ? $localize`${name}:name: is disabled and signed out everywhere.`
      : $localize`${name}:name: can sign in again.`;
    await this.change({ disabled }, { disabled: !disabled }, done);
  }

  protected makeLink(): void {
    this.dialog.open(LinkDialog, { data: this.person(), ...this.dialogFrame() });
  }

  protected async erase(): Promise<void> {
    const data = await this.withWork();
    if (!data) return;
    const { name } = data;
    const shown = this.dialog.open<EraseDialog, PersonWithWork, true>(EraseDialog, { data, ...this.dialogFrame() });
    shown.beforeClosed().subscribe((isDone) => {
      if (!isDone) return;
      this.notices.say($localize`${name}:name: is erased.`);
      this.changed.emit();
    });
  }

  private async change(change: PersonChange, back: PersonChange, done: string): Promise<void> {
    if (await this.isHandingOver(change, done)) return;
    if (!(await this.send(change))) return;
    this.notices.offerUndo(done, () => {
      void this.send(back);
    });
  }

  /** Whoever stops working on tickets and has some is asked about; with that, the change is made or given up. */
  private async isHandingOver(change: PersonChange, done: string): Promise<boolean> {
    const isLeaving = change.disabled === true || change.role === 'employee';
    if (!isLeaving) return false;
    const person = await this.withWork();
    if (person?.openTickets === 0) return false;
    if (person) this.askWhoGets({ person, change }, done);
    return true;
  }

  /** Only staff have tickets to work on. Null, and said so, where that could not be asked. */
  private async withWork(): Promise<PersonWithWork | null> {
    const person = this.person();
    if (!isStaffRole(person.role)) return { ...person, openTickets: 0 };
    try {
      return await this.api.one(person.id);
    } catch (error) {
      this.notices.fail(error);
      return null;
    }
  }

  private askWhoGets(data: HandOver, done: string): void {
    const shown = this.dialog.open<HandOverDialog, HandOver, true>(HandOverDialog, { data, ...this.dialogFrame() });
    shown.beforeClosed().subscribe((isDone) => {
      if (!isDone) return;
      this.notices.say(done);
      this.changed.emit();
    });
  }

  private dialogFrame(): Pick<MatDialogConfig, 'maxWidth' | 'restoreFocus'> {
    // The menu item that had the focus is gone when the dialog closes.
    return { maxWidth: 'min(520px, 94vw)', restoreFocus: this.trigger().nativeElement };
  }

  private async send(change: PersonChange): Promise<boolean> {
    this.isBusy.set(true);
    try {
      await this.api.change(this.person().id, change);
      // The notice with its undo outlives the row, for instance when the filter changes.
      if (!this.destroyRef.destroyed) this.changed.emit();
      return true;
    } catch (error) {
      this.notices.fail(error);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }
}
