import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Schema, Schemas } from '../../src/platform/http/api-examples.js';

const OWN_WORDS = ['example', 'components'];

/** Says what is wrong with a value by a schema of the description. */
export type SchemaFaults = (value: unknown, schema: Schema) => string[];

/**
 * Checks values by the schemas of one description, each compiled when it is first needed. A field that a schema does
 * not declare is a fault: the description writes out each object whole, and wraps no more than a reference in `allOf`.
 */
export function schemaFaultsBy(schemas: Schemas): SchemaFaults {
  const components = { schemas: closed(schemas) };
  const validator = newValidator();
  const compiled = new Map<string, ValidateFunction>();
  return (value, schema) => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? validator.compile({ ...(closed(schema) as object), components });
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      return `${instancePath || '/'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
    });
  };
}

function newValidator(): Ajv2020 {
  const validator = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  formats.default(validator);
  return validator.addVocabulary(OWN_WORDS);
}

/** The same schema, in which each object with fields takes these fields only, unless it says otherwise. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema).map(([key, part]) => [key, key === 'example' ? part : closed(part)] as const);
  const isOpen = !('properties' in schema) || 'additionalProperties' in schema || 'allOf' in schema;
  return { ...(isOpen ? {} : { additionalProperties: false }), ...Object.fromEntries(parts) };
}
