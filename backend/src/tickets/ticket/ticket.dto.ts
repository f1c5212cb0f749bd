import { ApiProperty } from '@nestjs/swagger';
import {
  type Phase,
  PHASES,
  PRIORITIES,
  type Priority,
  type Side,
  SIDES,
  STATUS_CODES,
  type StatusCode,
} from '@deskhand/shared';
import { PageDto } from '../../platform/http/page.dto.js';
import { AttachmentDto } from '../attachments/attachment.dto.js';
import { SuggestionDto } from '../search/suggestion.dto.js';
import { CategoryRefDto, PersonRefDto } from './person-ref.dto.js';
import { TicketRefDto } from './ticket-ref.dto.js';

/** What a list and a ticket's own page both show. */
class TicketFactsDto extends TicketRefDto {
  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode', example: 'in_progress' })
  status!: StatusCode;

  @ApiProperty({ enum: PHASES, enumName: 'Phase', example: 'active' })
  phase!: Phase;

  @ApiProperty({ enum: PRIORITIES, enumName: 'Priority', example: 'normal' })
  priority!: Priority;

  @ApiProperty({ type: CategoryRefDto, nullable: true })
  category!: CategoryRefDto | null;

  @ApiProperty({ type: PersonRefDto, nullable: true })
  assignee!: PersonRefDto | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt!: string;

  /** Since when it lies in the bin, which only admins see. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  deletedAt!: string | null;

  /** Whose turn it is: that of whoever did not write the last reply. */
  @ApiProperty({ enum: SIDES, enumName: 'Side' })
  turn!: Side;

  /** Whether somebody else did something in it that concerns the reader, who has not looked at it since. */
  unread!: boolean;

  /** Grows with each change; send it as `If-Match`. */
  @ApiProperty({ type: 'integer', example: 1 })
  version!: number;
}

/** A ticket as lists show it. */
export class TicketSummaryDto extends TicketFactsDto {
  requester!: PersonRefDto;

  /** Where `q` is found in the description or in a comment, as plain text. */
  @ApiProperty({ type: 'string', nullable: true, example: '… since Monday the printer jams on every second page …' })
  excerpt!: string | null;
}

/** The requester, with what staff need to reach him. */
export class RequesterDto extends PersonRefDto {
  /** Only for staff. */
  @ApiProperty({ type: 'string', nullable: true, required: false, example: '+49 30 1234' })
  phone?: string | null;

  /** Only for staff. */
  @ApiProperty({ type: 'string', nullable: true, required: false, example: 'Room 3.14' })
  place?: string | null;
}

export class TicketDto extends TicketFactsDto {
  /** Markdown, as it was typed. */
  @ApiProperty({ example: 'Every second page since Monday.' })
  description!: string;

  requester!: RequesterDto;

  /** Who filed it; differs from the requester when filed on behalf. */
  creator!: PersonRefDto;

  /** Why the work rests, while it is on hold. */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  statusReason!: string | null;

  /** The first reply by staff. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  firstReplyAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  resolvedAt!: string | null;

  /** When it was closed or cancelled. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: null })
  closedAt!: string | null;

  /** Files that came with the description. */
  @ApiProperty({ type: [AttachmentDto] })
  attachments!: AttachmentDto[];

  /** Whether the reader watches it. */
  watching!: boolean;

  /** The closed ticket that this one is a new one about, if the reader may see that. */
  @ApiProperty({ type: TicketRefDto, nullable: true })
  follows!: TicketRefDto | null;

  /** New tickets about this one, as far as the reader may see them. */
  @ApiProperty({ type: [TicketRefDto] })
  followedBy!: TicketRefDto[];
}

export class TicketPageDto extends PageDto {
  items!: TicketSummaryDto[];

  /** On a first page without items: what may have been meant by `q`. */
  @ApiProperty({ type: SuggestionDto, nullable: true })
  suggestion!: SuggestionDto | null;
}
