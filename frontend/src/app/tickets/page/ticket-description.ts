import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatHint, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { FORM_FIELD } from '../../ui/form-field';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import { EditingWays } from './editing-ways';
import { Message } from './message';
import { OpenTicket } from './open-ticket';
import { TextEditing } from './text-editing';

/** The request as its requester put it, edited where it stands. */
@Component({
  selector: 'dh-ticket-description',
  imports: [
    ...[EditingWays, MarkdownField, MarkdownKeys, FORM_FIELD, MatHint, MatIcon, MatIconButton],
    ...[MatInput, MatLabel, Message],
  ],
  templateUrl: './ticket-description.html',
  styleUrl: './ticket-description.scss',
})
export class TicketDescription {
  protected readonly open = inject(OpenTicket);

  protected readonly editing = new TextEditing(
    'description',
    (number) => $localize`Description of #${number}:number: saved.`,
  );
  protected readonly label = computed(
    () => $localize`The request of ${this.open.ticket()?.requester.name ?? ''}:name:`,
  );
}
