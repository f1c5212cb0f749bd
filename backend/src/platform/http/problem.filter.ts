import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { ErrorCode } from '@deskhand/shared';
import type { Request, Response } from 'express';
import { QueryFailedError, QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { Problem, TooManyRequests } from '../problems.js';
import { reportOf } from './fault-report.js';
import { problemBody } from './problem.dto.js';
import { requestIdOf } from './request-context.js';

/** Connection trouble as `pg` and the operating system name it, and PostgreSQL's classes 08, 53 and 57P. */
const DATABASE_AWAY =
  /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

const CODE_BY_STATUS = new Map<number, ErrorCode>([
  [400, 'malformed_request'],
  [404, 'not_found'],
  [405, 'method_not_allowed'],
  [413, 'too_large'],
  [415, 'unsupported_media_type'],
]);

const DETAIL_BY_CODE: Partial<Record<ErrorCode, string>> = {
  malformed_request: 'The request could not be read. Check its body and its address.',
  not_found: 'There is nothing at this address.',
  too_large: 'The request is larger than this address takes.',
  unsupported_media_type: 'Send the body as application/json.',
};

/** The only place where errors become answers: problem+json without a stack, an SQL text or a path. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & { id?: unknown }>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblem(error);
    // Only the stack: the error of a query carries its parameters, which are people's texts.
    if (problem.code === 'internal') this.logger.error(reportOf(error));
    else if (problem.code === 'unavailable') this.logger.warn(`database away: ${messageOf(error)}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(problem, requestIdOf(request), response);
  }
}

function sendProblem(problem: Problem, requestId: string, response: Response): void {
  const { retryAfterSeconds } = problem.extras;
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
  response
    .status(problem.status)
    .setHeader('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, requestId)));
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ThrottlerException) return new TooManyRequests(60, 'Too many requests. Wait a minute.');
  if (isDatabaseAway(error)) {
    return new Problem('unavailable', 'The database does not answer just now. Try again in a few seconds.', {
      retryAfterSeconds: 5,
    });
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOfParser(error);
  const code = status === undefined ? undefined : CODE_BY_STATUS.get(status);
  if (!code) return new Problem('internal', 'Something went wrong on our side. Nothing was changed.');
  return new Problem(code, DETAIL_BY_CODE[code] ?? 'The request could not be answered.');
}

/** Express's body parser marks its errors with a status. */
function statusOfParser(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

function isDatabaseAway(error: unknown): boolean {
  // A connection that breaks between two statements is given back at once; the next one finds it gone.
  if (error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError) {
    return true;
  }
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return DATABASE_AWAY.test(code) || (cause instanceof Error && DATABASE_AWAY.test(cause.message));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
