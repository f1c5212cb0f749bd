import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { problemBody } from '../../testing/problem-body';
import { asProblem, problemFrom } from './problem';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): HttpErrorResponse {
  return new HttpErrorResponse({ status, error: body, headers: new HttpHeaders(headers) });
}

describe('a failed request', () => {
  it('is what problem+json says', () => {
    const errors = [{ pointer: '/email', code: 'isEmail', detail: 'Enter a mail address.' }];
    const problem = problemFrom(answer(422, problemBody('invalid_body', 'Some fields need another look.', errors)));
    expect(problem.code).toBe('invalid_body');
    expect(problem.detail).toBe('Some fields need another look.');
    expect(problem.facts.errors).toEqual(errors);
  });

  it('is read from text where the content type was not taken for JSON', () => {
    const problem = problemFrom(answer(404, JSON.stringify(problemBody('not_found', 'There is no such ticket.'))));
    expect(problem.detail).toBe('There is no such ticket.');
  });

  it('names the request where only the keeper of the server can help', () => {
    expect(problemFrom(answer(500, problemBody('internal', 'It broke.'))).words).toBe('It broke. (Request req-1)');
    expect(problemFrom(answer(409, problemBody('conflict', 'It moved on.'))).words).toBe('It moved on.');
  });

  it('says how long to wait', () => {
    const problem = problemFrom(answer(429, problemBody('too_many_requests', 'Wait.'), { 'Retry-After': '30' }));
    expect(problem.facts.retryAfter).toBe(30);
  });

  it('makes sense of a proxy that speaks HTML', () => {
    const problem = problemFrom(answer(502, '<h1>Bad gateway</h1>', { 'X-Request-Id': 'from-header' }));
    expect(problem.code).toBe('unavailable');
    expect(problem.requestId).toBe('from-header');
    expect(problem.detail).not.toContain('<');
  });

  it('is a missing connection where no answer came', () => {
    expect(problemFrom(answer(0, new ProgressEvent('error'))).code).toBe('unreachable');
  });

  it('never shows the words of a bug', () => {
    expect(asProblem(new TypeError('x is undefined')).detail).not.toContain('undefined');
  });
});
