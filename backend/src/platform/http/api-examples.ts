import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_CODES, type ErrorCode } from '@deskhand/shared';
import { headOf } from '../problems.js';
import { operationsOf } from './api-operations.js';

/** What is read here of a schema, as JSON Schema 2020-12 has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}
export type Schemas = Readonly<Record<string, Schema>>;
type Media = { schema?: unknown; example?: unknown; examples?: Record<string, { $ref: string }> } | undefined;

const ID = '0193a7e2-6d0c-7c3e-9c39-6f3d2f1b8a55';
const FORMATS: Readonly<Record<string, string>> = { uuid: ID, 'date-time': '2026-03-02T09:30:00.000Z' };

const DETAILS: Partial<Record<ErrorCode, string>> = {
  not_signed_in: 'Sign in first.',
  not_found: 'There is no such ticket, or you may not see it.',
  unconfirmed: 'Confirm your mail address first: open the link that we mailed to you.',
  invalid_body: 'Some fields need your attention.',
  out_of_date: 'Somebody else changed this in the meantime. Look at the present state and try again.',
  too_many_requests: 'Too many requests. Wait a minute.',
  unavailable: 'The database does not answer just now. Try again in a few seconds.',
};
const FAULTS = [{ pointer: '/email', code: 'isEmail', detail: 'Enter a mail address, such as emma@example.org.' }];
const EXTRAS: Partial<Record<ErrorCode, object>> = {
  invalid_body: { errors: FAULTS },
  out_of_date: { current: { id: ID, version: 4 } },
};

/** Gives each body and each answer an example, composed of those of its fields, unless the handler brought its own. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const examples: Record<string, { value: unknown }> = Object.fromEntries(
    (Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => [code, { value: problemOf(code) }]),
  );
  for (const { media, isSent } of jsonOf(document)) {
    const name = nameIn((media?.schema as Schema | undefined)?.$ref);
    const schema = schemas[name ?? ''];
    if (!media || !name || !schema || media.example !== undefined || media.examples) continue;
    examples[name] = { value: exampleOf(isSent ? withoutOptionalIds(schema) : schema, schemas) };
    media.examples = { [name]: { $ref: `#/components/examples/${name}` } };
  }
  document.components = { ...document.components, examples };
}

/** What is tried out as it stands should work, and no id of an example is known there. */
function withoutOptionalIds(schema: Schema): Schema {
  const kept = Object.entries(schema.properties ?? {}).filter(
    ([name, { format }]) => format !== 'uuid' || schema.required?.includes(name),
  );
  return { ...schema, properties: Object.fromEntries(kept) };
}

/** An example of that schema; undefined where the schema leaves it to fancy. */
export function exampleOf(schema: Schema | undefined, schemas: Schemas): unknown {
  if (!schema || schema.example !== undefined) return schema?.example;
  const whole = schema.$ref ? schemas[nameIn(schema.$ref) ?? ''] : (schema.allOf ?? schema.anyOf ?? schema.oneOf)?.[0];
  if (whole) return exampleOf(whole, schemas);
  if (schema.default !== undefined || schema.enum) return schema.default ?? schema.enum?.[0];
  return exampleByType(schema, schemas);
}

function exampleByType(schema: Schema, schemas: Schemas): unknown {
  switch ([schema.type].flat()[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .map(([name, property]) => [name, exampleOf(property, schemas)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'array': {
      const item = exampleOf(schema.items, schemas);
      return item === undefined ? undefined : [item];
    }
    case 'boolean':
      return false;
    default:
      return FORMATS[schema.format ?? ''];
  }
}

function problemOf(code: ErrorCode): object {
  const head = headOf(code);
  return { ...head, detail: DETAILS[code] ?? `${head.title}.`, requestId: ID, ...EXTRAS[code] };
}

/** What is sent and answered as JSON; problems have their examples already. */
function jsonOf(document: OpenAPIObject): { readonly media: Media; readonly isSent: boolean }[] {
  return operationsOf(document).flatMap(({ operation: { requestBody, responses } }) =>
    [requestBody, ...Object.values(responses)].map((part) => ({
      media: part && 'content' in part ? (part.content?.['application/json'] as Media) : undefined,
      isSent: part === requestBody,
    })),
  );
}

function nameIn(reference: string | undefined): string | undefined {
  return reference?.split('/').at(-1);
}
