import { ApiProperty } from '@nestjs/swagger';
import { type Phase, PHASES, STATUS_CODES, type StatusCode } from '@deskhand/shared';

export class StatusDto {
  @ApiProperty({ enum: STATUS_CODES, enumName: 'StatusCode' })
  code!: StatusCode;

  @ApiProperty({ enum: PHASES, enumName: 'Phase' })
  phase!: Phase;

  @ApiProperty({ type: 'integer', example: 1 })
  position!: number;

  /** What the requester reads, if an admin chose other words than the translated default. */
  @ApiProperty({ type: 'string', nullable: true, example: null })
  label!: string | null;
}

export class StatusListDto {
  items!: StatusDto[];
}
