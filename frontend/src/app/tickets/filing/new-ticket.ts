import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { sendForm } from '../../platform/form-problems';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { FORM_FIELD } from '../../ui/form-field';
import { FormSummary } from '../../ui/form-summary';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import { MissingPart } from '../../ui/missing-part';
import { PageHeader } from '../../ui/page-header';
import { ProblemForm } from '../../ui/problem-form';
import { Support } from '../../ui/support';
import { AttachmentPicker } from '../attachments/attachment-picker';
import { filesIn } from '../attachments/upload-list';
import { Uploads } from '../attachments/uploads';
import { Drafts } from '../model/drafts';
import { PersonPicker } from '../../ui/person-picker';
import type { Ticket } from '../model/ticket';
import { TicketApi, ticketUrl } from '../model/ticket-api';
import { bodyFrom, draftFrom, emptyTicket, isBlank, newTicketRules, type NewTicketModel } from './new-ticket-model';
import { SimilarTickets } from './similar/similar-tickets';
import { TicketDetails } from './ticket-details';

@Component({
  selector: 'dh-new-ticket',
  imports: [
    ...[FormField, FormSummary, FORM_FIELD, MarkdownField, MarkdownKeys, MatButton, MatError, MatHint, MatIcon],
    ...[MatInput, MatLabel, MissingPart, NgTemplateOutlet, PageHeader, ProblemForm],
    ...[RouterLink, Support],
    // What is put off stands by itself, or the compiler takes it along with the page.
    AttachmentPicker,
    PersonPicker,
    SimilarTickets,
    TicketDetails,
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
  protected readonly uploads = inject(Uploads).of('new-ticket');

  /** From the address: the id of the closed ticket that this is a new one about. */
  readonly about = input<string>();
  private readonly aboutAnswer = httpResource<Ticket>(() => {
    const id = this.about();
    return id === undefined || id === '' ? undefined : ticketUrl(id);
  });
  /** One that is not there, or not for these eyes, is as if none were named. */
  protected readonly former = computed(() =>
    this.about() && this.aboutAnswer.hasValue() ? this.aboutAnswer.value() : undefined,
  );

  private readonly restored = draftFrom(this.draft.text());
  protected readonly isRestored = signal(this.restored !== null || !this.uploads.isEmpty());
  private readonly isSent = signal(false);
  private readonly model = signal(this.restored ?? emptyTicket());
  protected readonly form = form(
    this.model,
    (path) => {
      newTicketRules(path);
    },
    { submission: { action: (fields) => sendForm(fields, () => this.send()) } },
  );

  protected readonly whenNobody = this.session.may('people.manage')
    ? $localize`Invite them under People first.`
    : $localize`Ask an admin to invite them.`;
  protected readonly filesForOthers = computed(() => this.session.may('ticket.file-for-others'));
  protected readonly isForOther = computed(() => {
    const requester = this.model().requesterId;
    return requester !== null && requester.id !== this.session.me()?.id;
  });
  protected readonly whatNext = computed(() => {
    const requester = this.model().requesterId;
    if (requester && this.isForOther()) {
      return $localize`${requester.name}:name: sees this ticket under "My tickets" and is answered there. It stands in the queue as unassigned.`;
    }
    return $localize`Somebody of the IT staff reads it and answers here. You find it under "My tickets", and you can add to it at any time.`;
  });

  constructor() {
    effect(() => {
      const former = this.former();
      untracked(() => {
        // Somebody may have begun to type before it was here: what he wrote stays.
        if (former && this.model().subject.trim() === '') this.model.update((begun) => this.ticketAbout(former, begun));
      });
    });
    effect(() => {
      const ticket = this.model();
      if (!this.isSent()) this.draft.write(this.isWorthKeeping(ticket) ? JSON.stringify(ticket) : '');
    });
  }

  protected discard(): void {
    this.isRestored.set(false);
    this.uploads.clear();
    const former = this.former();
    this.model.set(former ? this.ticketAbout(former) : emptyTicket());
    this.form().reset();
    this.form.subject().focusBoundControl();
  }

  /** What was typed stays; a subject that nobody typed goes with what it came from. */
  protected async dropFormer(): Promise<void> {
    const former = this.former();
    const { subject, description } = this.model();
    if (subject === former?.subject && description === '') this.model.set(emptyTicket());
    await this.router.navigate(['/tickets/new'], { replaceUrl: true });
    this.form.subject().focusBoundControl();
  }

  /** A subject that came from the former ticket was typed by nobody. */
  private isWorthKeeping(ticket: NewTicketModel): boolean {
    const isPrefilled = ticket.subject === this.former()?.subject && ticket.description === '';
    return !isBlank(ticket) && !isPrefilled;
  }

  /** Staff file it for whoever had the former one, unless they chose somebody already. */
  private ticketAbout({ subject, requester }: Ticket, begun = emptyTicket()): NewTicketModel {
    const isForOther = this.filesForOthers() && requester.id !== this.session.me()?.id;
    return { ...begun, subject, requesterId: begun.requesterId ?? (isForOther ? requester : null) };
  }

  private async send(): Promise<void> {
    const attachmentIds = await this.uploads.ready();
    const body = { ...bodyFrom(this.model(), this.former()), ...filesIn(attachmentIds) };
    const ticket = await this.api.file(body, this.draft.keyFor(body));
    this.isSent.set(true);
    this.draft.clear();
    this.uploads.clear();
    await this.router.navigate(['/tickets', ticket.id], { replaceUrl: true });
    this.notices.say($localize`Ticket #${ticket.number}:number: is filed.`);
  }
}
