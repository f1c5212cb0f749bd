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
    const { type } = metadata;
    if (type !== 'body' && type !== 'query') return value;
    const names = Object.keys(value ?? {}).filter(isNoField);
    if (names.length > 0) throw unknownNames(type === 'body' ? 'field' : 'query parameter', names);
    return this[type].transform(value, metadata);
  }
}

/** Names that every object has already; the libraries would drop them without a word. */
function isNoField(name: string): boolean {
  return name in Object.prototype || name === 'prototype';
}

function bodyProblem(errors: ValidationError[]): Problem {
  const unknown = unknownIn(errors);
  if (unknown.length > 0) return unknownAt('field', unknown);
  return new InvalidBody(...errors.flatMap((error) => faultsOf(error, '')));
}

function queryProblem(errors: ValidationError[]): Problem {
  const unknown = unknownIn(errors);
  if (unknown.length > 0) return unknownAt('query parameter', unknown);
  const faults = errors.flatMap((error) => faultsOf(error, ''));
  return new Problem('invalid_query', 'Some parameters of the address cannot be taken.', { errors: faults });
}

/** The pointers to names that nobody knows, at any depth. */
function unknownIn(errors: ValidationError[], parent = ''): string[] {
  return errors.flatMap(({ constraints = {}, property, children = [] }) => {
    const pointer = `${parent}${pointerTo(property)}`;
    return UNKNOWN in constraints ? [pointer] : unknownIn(children, pointer);
  });
}

/** The refusal of names that a route does not have. */
export function unknownNames(what: 'field' | 'query parameter', names: readonly string[]): Problem {
  return unknownAt(what, names.map(pointerTo));
}

function unknownAt(what: 'field' | 'query parameter', pointers: readonly string[]): Problem {
  return new Problem('unknown_parameter', `This address knows no such ${what}.`, {
    errors: pointers.map((pointer) => ({ pointer, code: 'unknown', detail: `Leave this ${what} out.` })),
  });
}

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}${pointerTo(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({ pointer, code, detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

/** As RFC 6901 writes a name. */
function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
