import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { type Operation, operationsOf } from './api-operations.js';
import { codesOf, problemResponse } from './api-problems.js';

/** Adds to each operation the errors that are nobody's own, so that handlers name only theirs. */
export function addGeneralProblems(document: OpenAPIObject): void {
  for (const { operation, isUnsafe } of operationsOf(document)) {
    const own = ownProblems(operation);
    addProblems(operation, [...own, ...generalTo(operation, isUnsafe, own)]);
  }
}

function generalTo(
  { parameters = [], requestBody, tags }: Operation,
  isUnsafe: boolean,
  own: readonly ErrorCode[],
): ErrorCode[] {
  const hasQuery = parameters.some((parameter) => 'in' in parameter && parameter.in === 'query');
  const isForOperations = tags?.includes('Operations') ?? false;
  // The own account may always be looked after.
  const waitsForConfirmation = own.includes('not_signed_in') && !tags?.includes('Signing in');
  return [
    'unknown_parameter',
    'malformed_request',
    ...(hasQuery ? (['invalid_query'] as const) : []),
    ...(isUnsafe ? (['cross_site', 'too_large', 'unsupported_media_type'] as const) : []),
    ...(waitsForConfirmation ? (['unconfirmed'] as const) : []),
    ...(requestBody ? (['invalid_body'] as const) : []),
    ...(isForOperations ? [] : (['too_many_requests', 'unavailable'] as const)),
  ];
}

function ownProblems({ responses }: Operation): ErrorCode[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    Number(status) >= 400 && response && 'description' in response ? codesOf(response.description) : [],
  );
}

function addProblems({ responses }: Operation, codes: readonly ErrorCode[]): void {
  const byStatus = Map.groupBy(new Set(codes), (code) => ERROR_CODES[code]);
  for (const [status, named] of byStatus) responses[String(status)] = problemResponse(named);
}
