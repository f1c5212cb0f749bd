import { type ColumnMap, IMPORT_FIELDS, type ImportField } from '@deskhand/shared';
import { Problem } from '../../platform/problems.js';

/** Where the fields stand in a row. */
export type Columns = ReadonlyMap<ImportField, { readonly at: number; readonly name: string }>;

const ENTRY = new RegExp(`^(${IMPORT_FIELDS.join('|')})=(.+)$`, 's');
/** Only before the next field, for the names of columns may hold commas. */
const BETWEEN_ENTRIES = new RegExp(`,(?=\\s*(?:${IMPORT_FIELDS.join('|')})=)`);

/** Such as `description=Document,category=Topic`, in one text or several. Nothing where one of them cannot be read. */
export function readColumnMap(texts: readonly string[]): ColumnMap | null {
  const map: Partial<Record<ImportField, string>> = {};
  for (const entry of texts.flatMap((text) => text.split(BETWEEN_ENTRIES))) {
    const [, field, column] = ENTRY.exec(entry.trim()) ?? [];
    if (!isField(field) || column === undefined || field in map) return null;
    map[field] = column.trim();
  }
  return map;
}

function isField(name: string | undefined): name is ImportField {
  return IMPORT_FIELDS.some((field) => field === name);
}

/**
 * Finds the columns by the first row. Without a map those count that are called like the fields, as in our own export.
 *
 * @throws Problem `invalid_query` with the columns that there are
 */
export function findColumns(map: ColumnMap, header: readonly string[]): Columns {
  const names = header.map((name) => name.trim());
  const isMapped = Object.keys(map).length > 0;
  const columns = new Map<ImportField, { at: number; name: string }>();
  for (const field of IMPORT_FIELDS) {
    const name = isMapped ? map[field] : field;
    if (name === undefined) continue;
    const at = names.indexOf(name);
    if (at >= 0) columns.set(field, { at, name });
    else if (isMapped) throw refusal('unknown_column', `There is no column "${shown(name)}".`, names);
  }
  if (columns.has('subject') || columns.has('description')) return columns;
  throw refusal('no_text', 'Say which column holds the description or the subject.', names);
}

function refusal(code: string, detail: string, names: readonly string[]): Problem {
  const there = names.slice(0, 100).map(shown).join(', ');
  return new Problem('invalid_query', 'The columns do not fit the file.', {
    errors: [{ pointer: '/map', code, detail: `${detail} The file has these: ${there}.` }],
  });
}

function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
