import { LIMITS, PRIORITIES, type Priority, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { AttachmentIdsField, ComesWithComment } from '../attachments/attachment.dto.js';
import { ChoiceField, IdField, TextField } from '../../platform/http/fields.js';
import { ReasonField, StatusCommentField } from './status-fields.js';

/** A field that is left out stays as it is. */
export class EditTicketDto {
  @TextField({ name: 'a subject', ...LIMITS.subject, optional: true, example: 'Printer on floor 3 jams' })
  subject?: string;

  /** Markdown, kept as it was typed. */
  @TextField({
    name: 'a description',
    ...LIMITS.description,
    lines: true,
    optional: true,
    example: 'Every second page since Monday.',
  })
  description?: string;

  /** Null for none. */
  @IdField({ name: 'a category', optional: true, nullable: true })
  categoryId?: string | null;

  /** Only for staff. */
  @ChoiceField({ of: PRIORITIES, enumName: 'Priority', optional: true })
  priority?: Priority;
}

export class ChangeStatusDto {
  @ChoiceField({ of: STATUS_CODES, enumName: 'StatusCode', example: 'in_progress' })
  status!: StatusCode;

  /** The requester reads it; `on_hold` needs one. */
  @ReasonField()
  reason?: string;

  /** Becomes a reply; `waiting_requester` needs one. */
  @StatusCommentField({ example: 'Which floor is it?' })
  comment?: string;

  /** Own uploads that come with the comment. */
  @AttachmentIdsField()
  @ComesWithComment()
  attachmentIds?: string[];
}

export class AssignDto {
  /** An agent or admin, or null for nobody. */
  @IdField({ name: 'an agent', nullable: true })
  assigneeId!: string | null;
}
