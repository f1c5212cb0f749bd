/** Those filters of a list that were set, as short values that can be kept. */
export function filtersSet(filters: object): Record<string, unknown> {
  const entries: [string, unknown][] = Object.entries(filters);
  return Object.fromEntries(
    entries
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );
}
