import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldFault, InvalidBody, Problem } from '../problems.js';

const UNKNOWN = 'whitelistValidation';
const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, transform: true, stopAtFirstError: true };

/**
 * Validation happens here and nowhere else. Unknown names are a malformed request (400), and so are values of the query
 * that cannot be taken; values of the body that cannot be taken are 422, each with a pointer to its field.
 */
@Injectable()
export class EdgePipe implements PipeTransform {
  private readonly body = new ValidationPipe({ ...OPTIONS, exceptionFactory: bodyProblem });
  private readonly query = new ValidationPipe({ ...OPTIONS, exceptionFactory: queryProblem });

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body') return this.body.transform(value, metadata);
    return metadata.type === 'query' ? this.query.transform(value, metadata) : value;
  }
}

function bodyProblem(errors: ValidationError[]): Problem {
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  const unknown = faults.filter(({ code }) => code === UNKNOWN);
  if (unknown.length > 0) return unknownNames('field', unknown);
  return new InvalidBody(...faults);
}

function queryProblem(errors: ValidationError[]): Problem {
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  const unknown = faults.filter(({ code }) => code === UNKNOWN);
  if (unknown.length > 0) return unknownNames('query parameter', unknown);
  return new Problem('invalid_query', 'Some parameters of the address cannot be taken.', { errors: faults });
}

/** The refusal of names that a route does not have. */
export function unknownNames(what: 'field' | 'query parameter', faults: readonly FieldFault[]): Problem {
  return new Problem('unknown_parameter', `This address knows no such ${what}.`, {
    errors: faults.map((fault) => ({ ...fault, code: 'unknown', detail: `Leave this ${what} out.` })),
  });
}

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
