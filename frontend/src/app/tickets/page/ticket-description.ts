import { Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import { Message } from './message';
import { OpenTicket } from './open-ticket';
import { TextEditing } from './text-editing';

/** The request as its requester put it, edited where it stands. */
@Component({
  selector: 'dh-ticket-description',
  imports: [
    ...[MarkdownField, MarkdownKeys, MatButton, MatFormField, MatHint, MatIcon, MatIconButton],
    ...[MatInput, MatLabel, Message],
  ],
  templateUrl: './ticket-description.html',
  styleUrl: './ticket-description.scss',
})
export class TicketDescription {
  protected readonly open = inject(OpenTicket);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly editing = new TextEditing(
    'description',
    (number) => $localize`Description of #${number}:number: saved.`,
  );
  protected readonly label = computed(
    () => $localize`The request of ${this.open.ticket()?.requester.name ?? ''}:name:`,
  );

  protected begin(): void {
    this.editing.begin();
    setTimeout(() => {
      this.field()?.nativeElement.focus();
    });
  }

  protected leave(): void {
    this.editing.leave();
    this.focusPencil();
  }

  protected async save(): Promise<void> {
    if (await this.editing.save()) this.focusPencil();
    else this.field()?.nativeElement.focus();
  }

  private focusPencil(): void {
    setTimeout(() => {
      this.host.querySelector<HTMLElement>('.pencil')?.focus();
    });
  }
}
