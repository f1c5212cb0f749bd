import { ApiExtension, type OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from './api-operations.js';

const HEADERS = {
  'X-Request-Id': {
    description: 'The id of this request, sent by the caller or made here. Quote it when you ask for help.',
    required: true,
    schema: { type: 'string', pattern: '^[\\w.:-]{8,128}$' },
  },
  'Retry-After': {
    description: 'Seconds until it makes sense to try again.',
    required: true,
    schema: { type: 'integer', minimum: 1 },
  },
  ETag: {
    description: "The ticket's version, to be sent as `If-Match`.",
    required: true,
    schema: { type: 'string', pattern: '^"\\d+"$' },
  },
  Location: {
    description: 'The address of what was made.',
    required: true,
    schema: { type: 'string', format: 'uri-reference' },
  },
} as const;

const RETRY_AT_TIMES = { ...HEADERS['Retry-After'], required: false };

type HeaderName = keyof typeof HEADERS;

const SUCCESSES: Record<string, string> = {
  '200': 'Success.',
  '201': 'Created.',
  '202': 'Accepted: the rest comes by mail.',
  '204': 'Success, without a body.',
};
const WITH_RETRY = new Set(['429', '503']);
/** Problems that go away by themselves, among others of their status that do not. */
const RETRIED_AT_TIMES = '`still_running`';
const EXTENSION = 'x-answers-with';

/** Names the headers that a success of this address carries, for the API's description. */
export function AnswersWith(...headers: HeaderName[]): MethodDecorator {
  return ApiExtension(EXTENSION, headers);
}

/** Says of each answer what it is, and which headers it carries. */
export function describeAnswers(document: OpenAPIObject): void {
  document.components = { ...document.components, headers: HEADERS };
  for (const { operation } of operationsOf(document)) {
    const own = headersOfSuccess(operation);
    for (const [status, response] of Object.entries(operation.responses)) {
      if (!response || !('description' in response)) continue;
      response.description ||= SUCCESSES[status] ?? '';
      response.headers = referencesTo(['X-Request-Id', ...headersOf(status, own)]);
      if (response.description.includes(RETRIED_AT_TIMES)) response.headers['Retry-After'] = RETRY_AT_TIMES;
    }
  }
}

/** Takes the handler's own note out of the document. */
function headersOfSuccess(operation: Operation & { [EXTENSION]?: HeaderName[] }): HeaderName[] {
  const headers = operation[EXTENSION] ?? [];
  Reflect.deleteProperty(operation, EXTENSION);
  return headers;
}

function headersOf(status: string, ofSuccess: readonly HeaderName[]): readonly HeaderName[] {
  if (WITH_RETRY.has(status)) return ['Retry-After'];
  return status.startsWith('2') ? ofSuccess : [];
}

function referencesTo(names: readonly HeaderName[]): Record<string, { $ref: string } | typeof RETRY_AT_TIMES> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
