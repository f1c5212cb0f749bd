import { ApiProperty } from '@nestjs/swagger';

/** A ticket where it is named, as it is called now. */
export class TicketRefDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  /** What people say aloud. */
  @ApiProperty({ type: 'integer', example: 1042 })
  number!: number;

  @ApiProperty({ example: 'Printer on floor 3 jams' })
  subject!: string;
}
