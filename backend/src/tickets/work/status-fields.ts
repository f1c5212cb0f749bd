import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { LIMITS, type StatusCode, statusNeeds } from '@deskhand/shared';
import { ValidateIf } from 'class-validator';
import { TextField } from '../../platform/http/fields.js';

interface StatusChange {
  readonly status?: StatusCode;
  readonly reason?: string;
  readonly comment?: string;
}

/** What the requester reads about a new status; may be left out where the status does not need it. */
export function ReasonField(): PropertyDecorator {
  return applyDecorators(
    TextField({ name: 'a reason', ...LIMITS.reason, lines: true, example: 'We wait for a spare part.' }),
    IfGivenOrNeeded('reason'),
  );
}

/** A comment that comes with a new status; may be left out where the status does not need it. */
export function StatusCommentField({ example }: { readonly example: string }): PropertyDecorator {
  return applyDecorators(
    TextField({ name: 'a comment', ...LIMITS.comment, lines: true, example }),
    IfGivenOrNeeded('comment'),
  );
}

function IfGivenOrNeeded(field: 'reason' | 'comment'): PropertyDecorator {
  const isNeeded = ({ status }: StatusChange): boolean => status !== undefined && statusNeeds(status) === field;
  return applyDecorators(
    ValidateIf((change: StatusChange) => change[field] !== undefined || isNeeded(change)),
    ApiPropertyOptional(),
  );
}
