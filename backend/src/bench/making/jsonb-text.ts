type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A value as PostgreSQL writes jsonb, which is what the hash of an entry covers: shorter keys first, spaces after signs. */
export function jsonbText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => jsonbText(each)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([one], [other]) => byLength(one, other));
  return `{${pairs.map(([key, each]) => `${JSON.stringify(key)}: ${jsonbText(each)}`).join(', ')}}`;
}

function byLength(one: string, other: string): number {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length - b.length || a.compare(b);
}
