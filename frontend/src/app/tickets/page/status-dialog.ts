import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS } from '@deskhand/shared';
import { asProblem } from '../../platform/problem';
import { FORM_FIELD_DEFAULTS } from '../../ui/form-field-defaults';
import { Drafts } from '../model/drafts';
import { commentDraftName, reasonDraftName } from '../model/draft-names';
import type { StatusChange } from '../model/ticket';
import type { OpenTicket } from './open-ticket';
import type { StatusAction } from './status-action';
import { dialogWords } from './status-dialog-words';

export interface StatusDialogData {
  readonly open: OpenTicket;
  readonly action: StatusAction;
}

/** Asks for what a change of status needs. It stays open, with every letter, until the change is made. */
@Component({
  selector: 'dh-status-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[MatFormField, MatHint, MatInput, MatLabel],
  ],
  providers: [FORM_FIELD_DEFAULTS],
  templateUrl: './status-dialog.html',
  styleUrl: './status-dialog.scss',
})
export class StatusDialog {
  private readonly data = inject<StatusDialogData>(MAT_DIALOG_DATA);
  private readonly shown = inject<MatDialogRef<StatusDialog, boolean>>(MatDialogRef);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly action = this.data.action;
  protected readonly hasField = this.action.ask === 'comment' || this.action.ask === 'reason';
  private readonly limits = this.action.ask === 'reason' ? LIMITS.reason : LIMITS.comment;
  /** The question to the requester is the reply that somebody may have begun in the composer. */
  protected readonly draft = inject(Drafts).of(
    this.action.ask === 'reason'
      ? reasonDraftName(this.data.open.id())
      : commentDraftName(this.data.open.id(), 'reply'),
  );

  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly fieldFailure = signal<string | null>(null);
  protected readonly surprise = computed(() => this.data.open.surprise());
  /** Somebody was faster, and what is asked for here no longer fits. */
  protected readonly isPossible = computed(() => this.data.open.next().includes(this.action.status));
  protected readonly words = computed(() => {
    const ticket = this.data.open.ticket();
    return ticket ? dialogWords(this.action, ticket, this.data.open.reader()) : null;
  });

  protected type(text: string): void {
    this.draft.write(text);
    this.fieldFailure.set(null);
  }

  protected async send(): Promise<void> {
    if (this.isSending() || !this.isPossible()) return;
    this.failure.set(null);
    this.fieldFailure.set(this.wrongIn(this.draft.text().trim()));
    if (this.fieldFailure() !== null) {
      this.field()?.nativeElement.focus();
      return;
    }
    this.isSending.set(true);
    try {
      if ((await this.data.open.changeStatus(this.change())) !== 'done') return;
      if (this.hasField) this.draft.clear();
      this.shown.close(true);
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }

  private change(): StatusChange {
    const { ask, status } = this.action;
    if (ask === 'comment') return { status, comment: this.draft.text() };
    return ask === 'reason' ? { status, reason: this.draft.text() } : { status };
  }

  private wrongIn(text: string): string | null {
    if (!this.hasField) return null;
    if (text === '') return $localize`Write something first.`;
    const { max } = this.limits;
    return text.length > max ? $localize`Shorten this to ${max}:count: characters.` : null;
  }
}
