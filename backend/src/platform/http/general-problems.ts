import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { type Operation, operationsOf } from './api-operations.js';
import { codesOf, problemResponse } from './api-problems.js';

/** Adds to each operation the errors that are nobody's own, so that handlers name only theirs. */
export function addGeneralProblems(document: OpenAPIObject): void {
  for (const { operation, isUnsafe } of operationsOf(document)) {
    addProblems(operation, generalTo(operation, isUnsafe));
  }
}

function generalTo({ parameters = [], requestBody, tags }: Operation, isUnsafe: boolean): ErrorCode[] {
  const hasQuery = parameters.some((parameter) => 'in' in parameter && parameter.in === 'query');
  const isForOperations = tags?.includes('Operations') ?? false;
  return [
    'unknown_parameter',
    'malformed_request',
    ...(hasQuery ? (['invalid_query'] as const) : []),
    ...(isUnsafe ? (['cross_site', 'too_large', 'unsupported_media_type'] as const) : []),
    ...(requestBody ? (['invalid_body'] as const) : []),
    ...(isForOperations ? [] : (['too_many_requests', 'unavailable'] as const)),
  ];
}

function addProblems({ responses }: Operation, general: readonly ErrorCode[]): void {
  const own = Object.entries(responses).flatMap(([status, response]) =>
    Number(status) >= 400 && response && 'description' in response ? codesOf(response.description) : [],
  );
  const byStatus = Map.groupBy(new Set([...own, ...general]), (code) => ERROR_CODES[code]);
  for (const [status, codes] of byStatus) responses[String(status)] = problemResponse(codes);
}
