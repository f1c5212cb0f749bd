import { type SchemaPathTree, validate } from '@angular/forms/signals';
import { LIMITS, PRIORITIES, type Priority } from '@deskhand/shared';
import type { NewTicketBody, PersonRef } from '../model/ticket';

/** The form, named as the API names its fields so that its answers find them; empty means "nothing chosen". */
export interface NewTicketModel {
  readonly subject: string;
  readonly description: string;
  readonly categoryId: string;
  readonly priority: Priority;
  readonly requesterId: PersonRef | null;
}

export function emptyTicket(facts: Partial<NewTicketModel> = {}): NewTicketModel {
  return { subject: '', description: '', categoryId: '', priority: 'normal', requesterId: null, ...facts };
}

/** Nothing that somebody typed himself: a chosen priority alone is not worth a draft. */
export function isBlank(ticket: NewTicketModel): boolean {
  return ticket.subject.trim() === '' && ticket.description.trim() === '';
}

export function newTicketRules(path: SchemaPathTree<NewTicketModel>): void {
  validate(path.subject, ({ value }) =>
    wrongLength(value(), LIMITS.subject, $localize`Say in a few words what it is about.`),
  );
  validate(path.description, ({ value }) =>
    wrongLength(value(), LIMITS.description, $localize`Describe what happened, so that somebody can help.`),
  );
}

/** @param about the closed ticket that this is a new one about */
export function bodyFrom(ticket: NewTicketModel, about?: { readonly id: string }): NewTicketBody {
  const { subject, description, categoryId, priority, requesterId } = ticket;
  return {
    subject: subject.trim(),
    description,
    priority,
    ...(categoryId === '' ? {} : { categoryId }),
    ...(requesterId === null ? {} : { requesterId: requesterId.id }),
    ...(about ? { followsId: about.id } : {}),
  };
}

/** A draft may have been kept by an older version of this page, so nothing about it is taken for granted. */
export function draftFrom(text: string): NewTicketModel | null {
  if (text === '') return null;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return null;
    const draft = { ...emptyTicket(), ...(kept as Partial<NewTicketModel>) };
    const isWhole = [draft.subject, draft.description, draft.categoryId].every((field) => typeof field === 'string');
    return isWhole && PRIORITIES.includes(draft.priority) && !isBlank(draft) ? draft : null;
  } catch {
    return null;
  }
}

export function priorityHelp(priority: Priority): string {
  switch (priority) {
    case 'low':
      return $localize`It can wait`;
    case 'normal':
      return $localize`It slows me down`;
    case 'high':
      return $localize`I cannot work`;
    case 'urgent':
      return $localize`Many people cannot work`;
  }
}

function wrongLength(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
  whenMissing: string,
): { kind: string; message: string } | undefined {
  const { length } = text.trim();
  if (length === 0) return { kind: 'required', message: whenMissing };
  if (length < min) return { kind: 'too_short', message: $localize`Use at least ${min}:count: characters.` };
  return length > max ? { kind: 'too_long', message: $localize`Shorten this to ${max}:count: characters.` } : undefined;
}
