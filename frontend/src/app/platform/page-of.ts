/** One page of a list, as every list of the API answers it. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  /** Only where it was asked for; `gte` where counting stopped at its limit. */
  readonly total?: { readonly value: number; readonly relation: 'eq' | 'gte' };
}
