import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { headOf, type Problem } from '../problems.js';

/** One fault of a field. */
export class FieldFaultDto {
  /** JSON pointer to the field. */
  @ApiProperty({ example: '/email' })
  pointer!: string;

  /** Stable code of the rule that was broken. */
  @ApiProperty({ example: 'isEmail' })
  code!: string;

  /** What to do. */
  @ApiProperty({ example: 'Enter a mail address, such as emma@example.org.' })
  detail!: string;
}

/** An error as RFC 9457 describes it. */
export class ProblemDto {
  @ApiProperty({ example: 'urn:deskhand:problem:not_found' })
  type!: string;

  @ApiProperty({ example: 'Not found' })
  title!: string;

  @ApiProperty({ type: 'integer', example: 404 })
  status!: number;

  /** What happened and what to do, for people. */
  @ApiProperty({ example: 'There is no such ticket, or you may not see it.' })
  detail!: string;

  /** Stable code, for programs. */
  @ApiProperty({ enum: Object.keys(ERROR_CODES), enumName: 'ErrorCode' })
  code!: ErrorCode;

  /** Quote this when you ask for help. */
  @ApiProperty({ example: '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55' })
  requestId!: string;

  @ApiProperty({ type: [FieldFaultDto], required: false })
  errors?: FieldFaultDto[];

  /** With 412: the present state of what you tried to change. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  current?: object;
}

/** A problem as it is sent. */
export function problemBody({ code, detail, extras }: Problem, requestId: string): ProblemDto {
  const { errors, current } = extras;
  return {
    ...headOf(code),
    detail,
    requestId,
    ...(errors ? { errors: [...errors] } : {}),
    ...(current ? { current } : {}),
  };
}
