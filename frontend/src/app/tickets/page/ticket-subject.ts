import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatHint, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { FORM_FIELD } from '../../ui/form-field';
import { EditingWays } from './editing-ways';
import { OpenTicket } from './open-ticket';
import { TextEditing } from './text-editing';

/** The subject, edited where it stands. */
@Component({
  selector: 'dh-ticket-subject',
  imports: [EditingWays, FORM_FIELD, MatHint, MatIcon, MatIconButton, MatInput, MatLabel],
  templateUrl: './ticket-subject.html',
  styleUrl: './ticket-subject.scss',
})
export class TicketSubject {
  protected readonly open = inject(OpenTicket);

  protected readonly editing = new TextEditing('subject', (number) => $localize`Subject of #${number}:number: saved.`);
  protected readonly subject = computed(() => this.open.ticket()?.subject ?? '');
}
