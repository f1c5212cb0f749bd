import { ApiProperty, PickType } from '@nestjs/swagger';
import { type ActorFacts, LIMITS, type Role, ROLES, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { IsBoolean } from 'class-validator';
import { IfGiven, TextField } from '../../platform/http/fields.js';
import { PageDto } from '../../platform/http/page.dto.js';
import { AttachmentDto, AttachmentIdsField } from '../attachments/attachment.dto.js';
import { PersonRefDto } from '../ticket/person-ref.dto.js';
import { personRef } from '../ticket/ticket-row.js';
import type { CommentRow } from './comment-row.js';

export class AddCommentDto {
  /** Markdown, kept as it was typed. */
  @TextField({ name: 'a text', ...LIMITS.comment, lines: true, example: 'It works again, thank you.' })
  body!: string;

  /** Only staff see it and may write it. */
  @IfGiven()
  @IsBoolean({ message: 'internal takes true or false.' })
  internal?: boolean;

  /** Own uploads that come with it. */
  @AttachmentIdsField()
  attachmentIds?: string[];
}

export class EditCommentDto extends PickType(AddCommentDto, ['body']) {}

export class AuthorDto extends PersonRefDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;
}

/** A reply, or an internal note. */
export class CommentDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  author!: AuthorDto;

  /** Markdown, as it was typed. */
  @ApiProperty({ example: 'It works again, thank you.' })
  body!: string;

  /** An internal note, which only staff see. */
  internal!: boolean;

  /** Whether the ticket's requester wrote it. */
  fromRequester!: boolean;

  /** Staff whom an internal note names as `@Full Name`. */
  mentions!: PersonRefDto[];

  attachments!: AttachmentDto[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  /** Nothing until its author changes it. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  editedAt!: string | null;

  /** When an admin erased its text; the body is empty from then on. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  redactedAt!: string | null;

  static of(row: CommentRow, reader: ActorFacts): CommentDto {
    const author = personRef(reader, row.author_id, row.author_name, row.author_email);
    return {
      id: row.id,
      author: Object.assign(author, { role: row.author_role }),
      body: row.body,
      internal: row.internal,
      fromRequester: row.author_id === row.requester_id,
      mentions: row.mentions.map(({ id, name, email }) => personRef(reader, id, name, email)),
      attachments: row.attachments,
      createdAt: row.created_at.toISOString(),
      editedAt: row.edited_at?.toISOString() ?? null,
      redactedAt: row.redacted_at?.toISOString() ?? null,
    };
  }
}

export class AddedCommentDto extends CommentDto {
  /** The ticket's status after it. */
  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode', example: 'in_progress' })
  ticketStatus!: StatusCode;
}

export class CommentPageDto extends PageDto {
  items!: CommentDto[];
}
