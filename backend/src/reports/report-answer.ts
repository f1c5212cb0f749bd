import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiProblems } from '../platform/http/api-problems.js';
import type { ReportFiltersDto } from './report-query.dto.js';

/** Describes a report, which is also to be had as a file, with the errors that it answers with. */
export function AnswersReport(model: Type): MethodDecorator {
  const content = {
    'application/json': { schema: { $ref: getSchemaPath(model) } },
    'text/csv': { schema: { type: 'string' } },
  };
  return applyDecorators(
    ApiExtraModels(model),
    ApiOkResponse({ content }),
    ApiProblems('not_signed_in', 'not_allowed', 'unknown_parameter', 'invalid_query'),
  );
}

/** The report, or the file that is made of it. It holds figures only, so that taking it home is not recorded. */
export function answered<Report>(
  report: Report,
  { format }: ReportFiltersDto,
  response: Response,
  file: { readonly name: string; readonly of: (report: Report) => string },
): Report | string {
  if (format === 'json') return report;
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}.csv"`);
  return file.of(report);
}
