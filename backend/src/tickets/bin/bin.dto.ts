import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Flag } from '../../platform/http/fields.js';

export class DeletionQueryDto {
  /** `true` removes a ticket in the bin for good: for admins. */
  @ApiProperty({ type: Boolean, required: false, default: false })
  @Flag()
  @IsBoolean({ message: 'purge takes true or false.' })
  purge = false;
}
