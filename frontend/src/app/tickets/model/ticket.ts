import type { components } from '@deskhand/shared/api';
import type { StatusCode } from '@deskhand/shared';

type Schemas = components['schemas'];

export type PersonRef = Schemas['PersonRefDto'];
export type Category = Schemas['CategoryDto'];
export type TicketSummary = Schemas['TicketSummaryDto'];
export type Suggestion = Schemas['SuggestionDto'];
/** What a list and a ticket's own page both say of it. */
export type TicketFacts = Omit<TicketSummary, 'excerpt'>;
export type Comment = Schemas['CommentDto'];
export type AddedComment = Schemas['AddedCommentDto'];
export type Activity = Schemas['ActivityDto'];

/** The requester comes with what staff need to reach him; other readers get his name only. */
export type Ticket = Omit<Schemas['TicketDto'], 'requester'> & {
  readonly requester: PersonRef & { readonly phone?: string | null; readonly place?: string | null };
};

export interface NewTicketBody {
  readonly subject: string;
  readonly description: string;
  readonly categoryId?: string;
  readonly priority?: Schemas['Priority'];
  readonly requesterId?: string;
  readonly followsId?: string;
  /** Uploads that come with it. */
  readonly attachmentIds?: readonly string[];
}

export interface NewCommentBody {
  readonly body: string;
  readonly internal: boolean;
  readonly attachmentIds?: readonly string[];
}

export interface StatusChange {
  readonly status: StatusCode;
  readonly reason?: string;
  readonly comment?: string;
  /** Uploads that come with the comment. */
  readonly attachmentIds?: readonly string[];
}

/** What is edited of a ticket; what is left out stays as it is. */
export type TicketEdit = Readonly<Schemas['EditTicketDto']>;

/** What is done to many tickets alike. */
export type BulkChange = Readonly<Schemas['BulkChangeFieldsDto']>;
export type BulkAnswer = Schemas['BulkAnswerDto'];
export type BulkResult = Schemas['BulkResultDto'];

/** A comment is a reply, which the requester sees, or an internal note, which only staff see. */
export type CommentKind = 'reply' | 'note';
