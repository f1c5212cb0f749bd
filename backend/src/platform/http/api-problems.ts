import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { ProblemDto } from './problem.dto.js';

/** Names the errors that an address answers with, for the API's description. */
export function ApiProblems(...codes: ErrorCode[]): MethodDecorator & ClassDecorator {
  const byStatus = Map.groupBy(codes, (code) => ERROR_CODES[code]);
  return applyDecorators(
    ...[...byStatus].map(([status, names]) =>
      ApiResponse({ status, ...problemResponse(names.map((name) => `\`${name}\``).join(', ')) }),
    ),
  );
}

/** An answer that is a problem, as the description writes it. */
export function problemResponse(description: string): {
  description: string;
  content: Record<string, { schema: { $ref: string } }>;
} {
  const schema = { $ref: '#/components/schemas/ProblemDto' };
  return { description, content: { 'application/problem+json': { schema } } };
}

/** Kept where the description is made, so that the schema is part of it. */
export const PROBLEM_MODELS = [ProblemDto];
