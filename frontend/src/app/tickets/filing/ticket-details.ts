import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatOption } from '@angular/material/core';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { MatSelect, MatSelectTrigger } from '@angular/material/select';
import { PRIORITIES, type Priority } from '@deskhand/shared';
import { Session } from '../../platform/session';
import { FORM_FIELD } from '../../ui/form-field';
import { priorityLabel } from '../../ui/priority-label';
import { Categories } from '../model/categories';
import { priorityHelp } from './new-ticket-model';

/** What a new ticket is about and how much it matters: nobody has to know, so it comes after what one has to write. */
@Component({
  selector: 'dh-ticket-details',
  imports: [
    ...[FormField, FORM_FIELD, MatError, MatHint, MatLabel, MatOption, MatRadioButton, MatRadioGroup, MatSelect],
    MatSelectTrigger,
  ],
  templateUrl: './ticket-details.html',
  styleUrl: './ticket-details.scss',
})
export class TicketDetails {
  private readonly session = inject(Session);
  protected readonly categories = inject(Categories);

  /** The id of a category, empty for none. */
  readonly category = input.required<FieldTree<string>>();
  readonly priority = input.required<FieldTree<Priority>>();

  protected readonly priorities = computed(() =>
    PRIORITIES.filter((priority) => priority !== 'urgent' || this.session.may('ticket.set-urgent')).map((value) => ({
      value,
      label: priorityLabel(value),
      help: priorityHelp(value),
    })),
  );
  protected readonly unknownCategory = $localize`I do not know`;
  protected readonly categoryName = computed(() => {
    const chosen = this.category()().value();
    return this.categories.active().find(({ id }) => id === chosen)?.name ?? this.unknownCategory;
  });
}
