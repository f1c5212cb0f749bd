import type { OpenAPIObject } from '@nestjs/swagger';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The operations of the API's description. */
export function operationsOf(document: OpenAPIObject): { readonly isUnsafe: boolean; readonly operation: Operation }[] {
  return Object.values(document.paths).flatMap((path) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = path[method];
      return operation ? [{ isUnsafe: method !== 'get', operation }] : [];
    }),
  );
}
