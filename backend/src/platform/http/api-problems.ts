import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { ProblemDto } from './problem.dto.js';

interface ProblemResponse {
  readonly description: string;
  readonly content: Record<
    string,
    { readonly schema: { readonly $ref: string }; readonly examples: Record<string, { readonly $ref: string }> }
  >;
}

/** Names the errors that an address answers with, for the API's description. */
export function ApiProblems(...codes: ErrorCode[]): MethodDecorator & ClassDecorator {
  const byStatus = Map.groupBy(codes, (code) => ERROR_CODES[code]);
  return applyDecorators(...[...byStatus].map(([status, names]) => ApiResponse({ status, ...problemResponse(names) })));
}

/** An answer that is one of these problems, as the description writes it. */
export function problemResponse(codes: readonly ErrorCode[]): ProblemResponse {
  const schema = { $ref: '#/components/schemas/ProblemDto' };
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    content: { 'application/problem+json': { schema, examples } },
  };
}

/** The problems that a described answer may be. Decorators that name the same status add up in its text only. */
export function codesOf(description: string): ErrorCode[] {
  const named = new Set([...description.matchAll(/`(\w+)`/g)].map(([, code]) => code));
  return (Object.keys(ERROR_CODES) as ErrorCode[]).filter((code) => named.has(code));
}

/** Kept where the description is made, so that the schema is part of it. */
export const PROBLEM_MODELS = [ProblemDto];
