import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatOption } from '@angular/material/core';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { MatSelect, MatSelectTrigger } from '@angular/material/select';
import { Router } from '@angular/router';
import { PRIORITIES } from '@deskhand/shared';
import { sendForm } from '../../platform/form-problems';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { FormSummary } from '../../ui/form-summary';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import { PageHeader } from '../../ui/page-header';
import { priorityLabel } from '../../ui/priority-label';
import { ProblemForm } from '../../ui/problem-form';
import { Support } from '../../ui/support';
import { Categories } from '../model/categories';
import { Drafts } from '../model/drafts';
import { PersonPicker } from '../../ui/person-picker';
import { TicketApi } from '../model/ticket-api';
import { bodyFrom, draftFrom, emptyTicket, isBlank, newTicketRules, priorityHelp } from './new-ticket-model';

@Component({
  selector: 'dh-new-ticket',
  imports: [
    ...[FormField, FormSummary, MatButton, MatError, MatFormField, MatHint, MatIcon, MatInput, MatLabel, MatOption],
    ...[MarkdownField, MarkdownKeys, MatRadioButton, MatRadioGroup, MatSelect, MatSelectTrigger, Support],
    ...[PageHeader, PersonPicker, ProblemForm],
  ],
  templateUrl: './new-ticket.html',
  styleUrl: './new-ticket.scss',
})
export class NewTicket {
  private readonly api = inject(TicketApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly draft = inject(Drafts).of('new-ticket');
  protected readonly categories = inject(Categories);

  /** From the address: what "New ticket about this" is about. */
  readonly subject = input<string>();

  private readonly restored = draftFrom(this.draft.text());
  protected readonly isRestored = signal(this.restored !== null);
  private readonly isSent = signal(false);
  private readonly model = signal(this.restored ?? emptyTicket());
  protected readonly form = form(
    this.model,
    (path) => {
      newTicketRules(path);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  protected readonly filesForOthers = computed(() => this.session.may('ticket.file-for-others'));
  protected readonly priorities = computed(() =>
    PRIORITIES.filter((priority) => priority !== 'urgent' || this.session.may('ticket.set-urgent')).map((value) => ({
      value,
      label: priorityLabel(value),
      help: priorityHelp(value),
    })),
  );
  protected readonly unknownCategory = $localize`I do not know`;
  protected readonly categoryName = computed(() => {
    const chosen = this.model().categoryId;
    return this.categories.active().find(({ id }) => id === chosen)?.name ?? this.unknownCategory;
  });
  protected readonly whatNext = computed(() => {
    const requester = this.model().requesterId;
    if (requester && requester.id !== this.session.me()?.id) {
      return $localize`${requester.name}:name: sees this ticket under "My tickets" and is answered there. It stands in the queue as unassigned.`;
    }
    return $localize`Somebody of the IT staff reads it and answers here. You find it under "My tickets", and you can add to it at any time.`;
  });

  constructor() {
    effect(() => {
      const prefill = this.subject() ?? '';
      untracked(() => {
        if (isBlank(this.model())) this.model.set(emptyTicket(prefill));
      });
    });
    effect(() => {
      const ticket = this.model();
      if (!this.isSent()) this.draft.write(isBlank(ticket) ? '' : JSON.stringify(ticket));
    });
  }

  protected discard(): void {
    this.isRestored.set(false);
    this.model.set(emptyTicket(this.subject()));
    this.form().reset();
    this.form.subject().focusBoundControl();
  }

  private async send(): Promise<void> {
    const ticket = await this.api.file(bodyFrom(this.model()));
    this.isSent.set(true);
    this.draft.clear();
    await this.router.navigate(['/tickets', ticket.id], { replaceUrl: true });
    this.notices.say($localize`Ticket #${ticket.number}:number: is filed.`);
  }
}
