import { Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { OpenTicket } from './open-ticket';
import { TextEditing } from './text-editing';

/** The subject, edited where it stands. */
@Component({
  selector: 'dh-ticket-subject',
  imports: [MatButton, MatFormField, MatHint, MatIcon, MatIconButton, MatInput, MatLabel],
  templateUrl: './ticket-subject.html',
  styleUrl: './ticket-subject.scss',
})
export class TicketSubject {
  protected readonly open = inject(OpenTicket);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');

  protected readonly editing = new TextEditing('subject', (number) => $localize`Subject of #${number}:number: saved.`);
  protected readonly subject = computed(() => this.open.ticket()?.subject ?? '');

  protected begin(): void {
    this.editing.begin();
    setTimeout(() => {
      this.field()?.nativeElement.select();
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
