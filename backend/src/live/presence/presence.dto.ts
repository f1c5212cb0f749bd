import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** What somebody does with a ticket right now. */
export const PRESENT_STATES = ['looking', 'answering'] as const;
export type PresentState = (typeof PRESENT_STATES)[number];

export const PRESENCE_STATES = [...PRESENT_STATES, 'gone'] as const;

export class SetPresenceDto {
  @ApiProperty({ enum: PRESENCE_STATES, enumName: 'PresenceState', example: 'looking' })
  @IsIn(PRESENCE_STATES, { message: `state takes one of ${PRESENCE_STATES.join(', ')}.` })
  state!: (typeof PRESENCE_STATES)[number];
}

export class PresentPersonDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Adam Reed' })
  name!: string;

  @ApiProperty({ enum: PRESENT_STATES, enumName: 'PresentState', example: 'answering' })
  state!: PresentState;
}

/** Who else is there. Employees are told of nobody. */
export class PresenceDto {
  @ApiProperty({ type: [PresentPersonDto] })
  people!: PresentPersonDto[];
}

/** The data of an event `presence`: all who are at this ticket now, the reader too. */
export class PresenceEventDto extends PresenceDto {
  @ApiProperty({ format: 'uuid' })
  ticketId!: string;
}
