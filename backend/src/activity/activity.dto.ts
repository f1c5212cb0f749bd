import { ApiProperty } from '@nestjs/swagger';
import { ACTIVITY_KINDS, type ActivityKind } from '@deskhand/shared';
import { PageDto } from '../platform/http/page.dto.js';
import { SUBJECT_TYPES, type SubjectType } from './activity-entry.entity.js';

export class ActorDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Adam Reed' })
  name!: string;
}

/** What an entry is about. */
export class SubjectDto {
  @ApiProperty({ enum: SUBJECT_TYPES, enumName: 'SubjectType', example: 'ticket' })
  type!: SubjectType;

  @ApiProperty({ format: 'uuid' })
  id!: string;
}

/** One change on the trail. */
export class ActivityDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  /** Nobody for what the system did by itself. */
  @ApiProperty({ type: ActorDto, nullable: true })
  actor!: ActorDto | null;

  @ApiProperty({ enum: ACTIVITY_KINDS, enumName: 'ActivityKind', example: 'ticket.status_changed' })
  kind!: ActivityKind;

  /** What changed: ids and short values; people as id and name; the reason of a change of status. */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { from: 'submitted', to: 'in_progress', automatic: true },
  })
  payload!: Record<string, unknown>;

  /** Whether the requester sees it too. */
  @ApiProperty({ example: true })
  public!: boolean;
}

export class ActivityPageDto extends PageDto {
  items!: ActivityDto[];
}
