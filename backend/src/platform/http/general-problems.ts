import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { problemResponse } from './api-problems.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Adds to each operation the errors that are nobody's own, so that handlers name only theirs. */
export function addGeneralProblems(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = path[method];
      if (operation) addProblems(operation, generalTo(operation, method !== 'get'));
    }
  }
  return document;
}

function generalTo({ parameters = [], requestBody, tags }: Operation, isUnsafe: boolean): ErrorCode[] {
  const hasQuery = parameters.some((parameter) => 'in' in parameter && parameter.in === 'query');
  const isForOperations = tags?.includes('Operations') ?? false;
  return [
    'unknown_parameter',
    ...(hasQuery ? (['invalid_query'] as const) : []),
    ...(isUnsafe ? (['malformed_request', 'cross_site', 'too_large', 'unsupported_media_type'] as const) : []),
    ...(requestBody ? (['invalid_body'] as const) : []),
    ...(isForOperations ? [] : (['too_many_requests', 'unavailable'] as const)),
  ];
}

function addProblems({ responses }: Operation, codes: readonly ErrorCode[]): void {
  for (const code of codes) {
    const status = String(ERROR_CODES[code]);
    const known = responses[status];
    const described = known && 'description' in known ? known.description : '';
    if (described.includes(`\`${code}\``)) continue;
    responses[status] = problemResponse([described, `\`${code}\``].filter(Boolean).join(', '));
  }
}
