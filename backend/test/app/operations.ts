import { DESCRIPTION, type Described } from './description.js';

/** One operation of the committed description of the API. */
export interface Operation {
  /** Such as `GET /tickets/{id}`, without the version's prefix. */
  readonly name: string;
  readonly method: string;
  /** Such as `/api/v1/tickets/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly isUnsafe: boolean;
  readonly parameters: NonNullable<Described['parameters']>;
  /** Whether its body, if it takes one, is JSON; else its handler reads it as it arrives. */
  readonly takesJson: boolean;
  /** The kinds of body that it takes. */
  readonly takes: readonly string[];
  /** Names of the body's fields; empty where there is no body of JSON. */
  readonly fields: readonly string[];
  readonly statuses: readonly number[];
}

const { paths, components } = DESCRIPTION;

/** Every operation that the API describes. What a test generates from them covers the routes of tomorrow too. */
export const OPERATIONS: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path.replace(/^\/api(\/v1)?/, '')}`,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    isUnsafe: method !== 'get',
    parameters: operation.parameters ?? [],
    takes: Object.keys(operation.requestBody?.content ?? { 'application/json': {} }),
    takesJson: !operation.requestBody || 'application/json' in operation.requestBody.content,
    fields: fieldsOf(operation),
    statuses: Object.keys(operation.responses).map(Number),
  })),
);

function fieldsOf({ requestBody }: Described): string[] {
  const schema = requestBody?.content['application/json']?.schema;
  const name = schema?.$ref?.split('/').at(-1) ?? '';
  return Object.keys(components.schemas[name]?.properties ?? {});
}
