import { ApiProperty } from '@nestjs/swagger';
import { LIMITS, type Phase, PHASES, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, ValidateNested } from 'class-validator';
import { ChoiceField, TextField } from '../../platform/http/fields.js';

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

export class StatusLabelDto {
  @ChoiceField({ of: STATUS_CODES, enumName: 'StatusCode' })
  code!: StatusCode;

  /** The words for it, or null for the translated default. */
  @TextField({ name: 'a label', max: LIMITS.statusLabel.max, nullable: true, example: 'Handed in' })
  label!: string | null;
}

const ONCE = 'Name each status once.';

/** Statuses that are left out keep their words. */
export class UpdateStatusesDto {
  @IsArray({ message: 'Send a list of statuses.' })
  @ArrayMaxSize(STATUS_CODES.length, { message: ONCE })
  @ArrayUnique(({ code }: StatusLabelDto) => code, { message: ONCE })
  @ValidateNested({ each: true, message: 'Send each status as an object.' })
  @Type(() => StatusLabelDto)
  items!: StatusLabelDto[];
}
