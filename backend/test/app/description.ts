import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema, Schemas } from '../../src/platform/http/api-examples.js';

interface Reference {
  readonly $ref?: string;
}

interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
}

export interface Header extends Reference {
  readonly required?: boolean;
  readonly schema?: Schema;
}

export interface Example extends Reference {
  readonly value?: unknown;
}

export interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Record<string, Example>;
}

export interface Response {
  readonly description: string;
  readonly headers?: Record<string, Header>;
  readonly content?: Record<string, Media>;
}

export interface Described {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: string[];
  readonly parameters?: Parameter[];
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, Response>;
}

/** The description of the API, as far as tests read it. */
export interface Description {
  readonly paths: Record<string, Record<string, Described>>;
  readonly components: {
    readonly schemas: Schemas;
    readonly headers: Record<string, Header>;
    readonly examples: Record<string, Example>;
  };
}

const FILE = join(import.meta.dirname, '../../../shared/openapi.json');

/** The committed one, which the check keeps equal to the code. */
export const DESCRIPTION = JSON.parse(readFileSync(FILE, 'utf8')) as Description;

/** What stands where a reference points to, or the thing itself. */
export function follow<T extends Reference>(thing: T, among: Readonly<Record<string, T>>): T {
  return thing.$ref === undefined ? thing : (among[thing.$ref.split('/').at(-1) ?? ''] ?? thing);
}
