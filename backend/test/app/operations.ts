import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  readonly type?: string | string[];
  readonly properties?: Record<string, Schema>;
  readonly $ref?: string;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
}

interface Described {
  readonly summary?: string;
  readonly parameters?: Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, object>;
}

/** One operation of the committed description of the API. */
export interface Operation {
  /** Such as `GET /tickets/{id}`, without the version's prefix. */
  readonly name: string;
  readonly method: string;
  /** Such as `/api/v1/tickets/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly isUnsafe: boolean;
  readonly parameters: readonly Parameter[];
  /** Names of the body's fields; empty where there is no body. */
  readonly fields: readonly string[];
  readonly statuses: readonly number[];
}

const FILE = join(import.meta.dirname, '../../../shared/openapi.json');

interface Document {
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const { paths, components } = JSON.parse(readFileSync(FILE, 'utf8')) as Document;

/** Every operation that the API describes. What a test generates from them covers the routes of tomorrow too. */
export const OPERATIONS: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path.replace(/^\/api(\/v1)?/, '')}`,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    isUnsafe: method !== 'get',
    parameters: operation.parameters ?? [],
    fields: fieldsOf(operation),
    statuses: Object.keys(operation.responses).map(Number),
  })),
);

function fieldsOf({ requestBody }: Described): string[] {
  const schema = requestBody?.content['application/json']?.schema;
  const name = schema?.$ref?.split('/').at(-1) ?? '';
  return Object.keys(components.schemas[name]?.properties ?? {});
}
