import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@deskhand/shared';
import { exampleOf } from '../../src/platform/http/api-examples.js';
import { contractFaultsBy } from '../app/contract.js';
import { DESCRIPTION, type Described, type Description, follow, type Media } from '../app/description.js';
import { schemaFaultsBy } from '../app/schema-faults.js';

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';
const PROBLEM_SCHEMA = '#/components/schemas/ProblemDto';

interface Named {
  readonly name: string;
  readonly operation: Described;
}

const operationsOf = ({ paths }: Description): Named[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

/** What the description leaves unsaid about an operation. */
function gapsOf({ name, operation }: Named): string[] {
  const { summary = '', operationId = '', tags = [], responses } = operation;
  const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
  return [
    ...(/^[A-Z].+\.$/.test(summary) ? [] : ['no summary in a sentence']),
    ...(operationId ? [] : ['no operationId']),
    ...(tags.length > 0 ? [] : ['no tag']),
    ...(successes.length === 1 ? [] : ['not one success']),
    ...Object.entries(responses).flatMap(([status, { description, headers = {} }]) => [
      ...(description.trim() ? [] : [`${status} without a description`]),
      ...('X-Request-Id' in headers ? [] : [`${status} without X-Request-Id`]),
      ...(!['429', '503'].includes(status) || 'Retry-After' in headers ? [] : [`${status} without Retry-After`]),
    ]),
  ].map((gap) => `${name}: ${gap}`);
}

/** Answers of errors that are not a problem whose codes are named, each with an example of its own. */
function oddProblemsOf({ name, operation }: Named): string[] {
  return Object.entries(operation.responses).flatMap(([status, { content = {} }]) => {
    if (Number(status) < 400) return [];
    const { schema, examples = {} } = content[PROBLEM_TYPE] ?? {};
    const codes = Object.keys(examples);
    const isProblem = Object.keys(content).length === 1 && schema?.$ref === PROBLEM_SCHEMA;
    const areItsCodes = codes.every((code) => ERROR_CODES[code as keyof typeof ERROR_CODES] === Number(status));
    return isProblem && codes.length > 0 && areItsCodes ? [] : [`${name}: ${status}`];
  });
}

/** Every body and answer that has examples, or should have. */
function mediaOf({ name, operation }: Named): { readonly where: string; readonly media: Media }[] {
  const answers = Object.entries(operation.responses).map(([status, { content }]) => [status, content] as const);
  return [['body', operation.requestBody?.content] as const, ...answers].flatMap(([part, content = {}]) =>
    Object.entries(content)
      .filter(([type]) => type === JSON_TYPE || type === PROBLEM_TYPE)
      .map(([, media]) => ({ where: `${name} ${part}`, media })),
  );
}

/** What is wrong with the examples: that there is none, or what the schema says against it. */
function exampleFaults(description: Description): string[] {
  const { schemas, examples: shared } = description.components;
  const faultsOf = schemaFaultsBy(schemas);
  return operationsOf(description)
    .flatMap(mediaOf)
    .flatMap(({ where, media: { schema = {}, example, examples = {} } }) => {
      const values = Object.values(examples).map((each) => follow(each, shared).value);
      if (example !== undefined) values.push(example);
      if (values.length === 0) return [`${where}: no example`];
      return values.flatMap((value) => faultsOf(value, schema).map((fault) => `${where}: ${fault}`));
    });
}

describe('the description of the API', () => {
  const operations = operationsOf(DESCRIPTION);
  const { schemas } = DESCRIPTION.components;

  it('says of every operation what it does, how it is called, and what each answer means', () => {
    expect(operations.flatMap(gapsOf)).toEqual([]);
  });

  it('gives every operation a name of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('answers every error with a problem, and names its codes', () => {
    expect(operations.flatMap(oddProblemsOf)).toEqual([]);
  });

  it('has an example for every field', () => {
    const dumb = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => exampleOf(property, schemas) === undefined)
        .map(([property]) => `${name}.${property}`),
    );
    expect(dumb).toEqual([]);
  });

  it('shows for every body and every answer an example that is valid', () => {
    expect(exampleFaults(DESCRIPTION)).toEqual([]);
  });

  it('writes out every object whole, so that an undeclared field can be told', () => {
    const composed = Object.entries(schemas).filter(([, { allOf, anyOf, oneOf }]) => allOf ?? anyOf ?? oneOf);
    expect(composed.map(([name]) => name)).toEqual([]);
  });

  it('would be caught with an example that is not valid, and with none', () => {
    const planted = structuredClone(DESCRIPTION);
    const { examples } = planted.components as { examples: Record<string, object> };
    examples.LoginDto = { value: { email: 'emma', password: 'x', remember: true } };
    const health = planted.paths['/api/health/live']!.get!.responses['200']!.content![JSON_TYPE]!;
    Reflect.deleteProperty(health, 'examples');
    const faults = exampleFaults(planted).join('\n');
    expect(faults).toContain('POST /api/v1/auth/login body: /email must match format "email"');
    expect(faults).toContain(
      'POST /api/v1/auth/login body: / must NOT have additional properties {"additionalProperty":"remember"}',
    );
    expect(faults).toContain('GET /api/health/live 200: no example');
  });
});

describe('the check of every answer', () => {
  const faultsOf = contractFaultsBy(DESCRIPTION);
  const requestId = '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55';
  const problem = { type: 'urn:x', title: 'X', status: 404, detail: 'X.', code: 'not_found', requestId };

  const told = (request: string, status: number, body: unknown, headers: Record<string, string> = {}): string =>
    faultsOf({
      method: request.split(' ')[0]!,
      path: request.split(' ')[1]!,
      status,
      headers: new Headers({
        'content-type': status < 400 ? JSON_TYPE : PROBLEM_TYPE,
        'x-request-id': requestId,
        ...headers,
      }),
      text: body === undefined ? '' : JSON.stringify(body),
    }).join('\n');

  it.each([
    ['a success', 'GET /api/health/live', 200, { status: 'ok' }],
    ['only the head of it', 'HEAD /api/health/live', 200, undefined],
    ['a success without a body', 'POST /api/v1/auth/logout', 204, undefined],
    ['a problem', 'GET /api/v1/tickets/1', 404, problem],
    ['a problem where nobody answers', 'GET /api/v1/nowhere', 404, problem],
    ['a page of the client', 'GET /tickets/1', 200, '<!doctype html>'],
  ])('takes %s', (_, request, status, body) => {
    expect(told(request, status, body)).toBe('');
  });

  it.each([
    ['a status', 'GET /api/health/live', 418, problem, 'GET /api/health/live 418: the status is not described'],
    [
      'a field',
      'GET /api/health/live',
      200,
      { status: 'ok', up: 1 },
      '200: / must NOT have additional properties {"additionalProperty":"up"}',
    ],
    [
      'a value',
      'GET /api/health/live',
      200,
      { status: 'fine' },
      '200: /status must be equal to one of the allowed values',
    ],
    ['no body at all', 'GET /api/health/live', 200, undefined, 'the body is missing'],
    [
      'a body where there is none',
      'POST /api/v1/auth/logout',
      204,
      {},
      'the content type "application/json" is not described',
    ],
    ['a code', 'GET /api/v1/tickets/1', 404, { ...problem, code: 'last_admin' }, '/code "last_admin" is not described'],
    ['the status of another', 'GET /api/v1/tickets/1', 404, { ...problem, status: 403 }, '/status is 403'],
    ['the id of another', 'GET /api/v1/nowhere', 404, { ...problem, requestId: 'x' }, '/requestId is not'],
    ['a success where nobody answers', 'GET /api/v1/nowhere', 200, {}, 'neither described nor a problem'],
    ['no ETag', 'GET /api/v1/tickets/1', 200, {}, 'the header ETag is missing'],
    [
      'no time to wait',
      'GET /api/v1/setup',
      429,
      { ...problem, status: 429, code: 'too_many_requests' },
      'the header Retry-After is missing',
    ],
  ])('refuses %s that is not described', (_, request, status, body, fault) => {
    expect(told(request, status, body)).toContain(fault);
  });

  it('refuses a header of another form, and a content type of another kind', () => {
    const tag = { etag: 'W/"1"', 'content-type': 'text/html' };
    expect(told('GET /api/v1/tickets/1', 200, {}, tag)).toMatch(
      /ETag is "W.*must match pattern[^]*"text\/html" is not described/,
    );
  });
});
