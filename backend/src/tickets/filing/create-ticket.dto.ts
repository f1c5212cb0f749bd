import { LIMITS, PRIORITIES, type Priority } from '@deskhand/shared';
import { AttachmentIdsField } from '../attachments/attachment.dto.js';
import { ChoiceField, IdField, TextField } from '../../platform/http/fields.js';

export class CreateTicketDto {
  @TextField({ name: 'a subject', ...LIMITS.subject, example: 'Printer on floor 3 jams' })
  subject!: string;

  /** Markdown, kept as it was typed. */
  @TextField({ name: 'a description', ...LIMITS.description, lines: true, example: 'Every second page since Monday.' })
  description!: string;

  @IdField({ name: 'a category', optional: true, nullable: true })
  categoryId?: string | null;

  /** `urgent` only for staff. */
  @ChoiceField({ of: PRIORITIES, enumName: 'Priority', optional: true, default: 'normal', example: 'normal' })
  priority?: Priority;

  /** Own uploads that come with the description. */
  @AttachmentIdsField()
  attachmentIds?: string[];

  /** The ticket that this is a new one about. */
  @IdField({ name: 'a ticket', optional: true })
  followsId?: string;

  /** On whose behalf it is filed; only for staff. */
  @IdField({ name: 'the requester', optional: true })
  requesterId?: string;
}
