import { PRIORITIES } from '@deskhand/shared';
import { categoryLabel } from '../../ui/category-label';
import { priorityLabel } from '../../ui/priority-label';
import type { Activity } from '../model/ticket';

const TEXTS = ['subject', 'description', 'body'] as const;

const EDITS: ReadonlySet<Activity['kind']> = new Set(['ticket.edited', 'ticket.change_undone', 'comment.edited']);

/** What a text of the ticket or of a comment was before it was edited. */
export interface EarlierVersion {
  readonly field: (typeof TEXTS)[number];
  readonly text: string;
}

/** What was changed of a ticket's facts and texts, in words; null for other kinds of entries. */
export function changeWords(entry: Activity): string | null {
  const { kind, actor, payload } = entry;
  const name = actor?.name ?? $localize`Deskhand`;
  switch (kind) {
    case 'ticket.edited':
      return $localize`${name}:name: edited the ${fieldsIn(payload)}:fields:`;
    case 'ticket.priority_changed':
      return $localize`${name}:name: changed the priority from ${priorityIn(payload['from'])}:before: to ${priorityIn(payload['to'])}:after:`;
    case 'ticket.category_changed':
      return $localize`${name}:name: changed the category from ${nameIn(payload['from'])}:before: to ${nameIn(payload['to'])}:after:`;
    case 'ticket.change_undone':
      return undoneWords(name, payload);
    case 'ticket.deleted':
      return $localize`${name}:name: put this into the bin`;
    case 'ticket.restored':
      return $localize`${name}:name: took this out of the bin`;
    case 'ticket.imported':
      return $localize`${name}:name: imported this from elsewhere`;
    case 'watcher.added':
    case 'watcher.removed':
      return watcherWords(name, entry);
    case 'comment.edited':
      return payload['internal'] === true
        ? $localize`${name}:name: edited an internal note`
        : $localize`${name}:name: edited a reply`;
    case 'comment.redacted':
      return payload['internal'] === true
        ? $localize`${name}:name: erased the text of an internal note`
        : $localize`${name}:name: erased the text of a reply`;
    default:
      return null;
  }
}

/** Only staff get them from the server. */
export function earlierIn({ kind, payload }: Activity): EarlierVersion[] {
  const before = payload['before'];
  if (!EDITS.has(kind) || typeof before !== 'object' || before === null) return [];
  const texts = before as Readonly<Record<string, unknown>>;
  return TEXTS.flatMap((field) => {
    const text = texts[field];
    return typeof text === 'string' ? [{ field, text }] : [];
  });
}

function undoneWords(name: string, payload: Activity['payload']): string {
  if (namesIn(payload).includes('deletedAt')) return $localize`${name}:name: took this out of the bin again`;
  const fields = fieldsIn(payload);
  return fields === ''
    ? $localize`${name}:name: undid the last change`
    : $localize`${name}:name: undid the last change: ${fields}:fields:`;
}

/** Only staff are told who it is, where there is an account. */
function watcherWords(name: string, { kind, actor, payload }: Activity): string {
  const watcher = payload['watcher'];
  const known = plainNameIn(watcher);
  const isSelf = typeof watcher === 'object' && watcher !== null && 'id' in watcher && watcher.id === actor?.id;
  if (kind === 'watcher.added') {
    if (isSelf) return $localize`${name}:name: watches this`;
    return known !== null
      ? $localize`${name}:name: added ${known}:watcher: as a watcher`
      : $localize`${name}:name: added a watcher`;
  }
  if (isSelf) return $localize`${name}:name: stopped watching this`;
  return known !== null
    ? $localize`${name}:name: removed ${known}:watcher: as a watcher`
    : $localize`${name}:name: removed a watcher`;
}

function namesIn(payload: Activity['payload']): unknown[] {
  const fields: unknown = payload['fields'];
  return Array.isArray(fields) ? fields : [];
}

/** "subject, description"; the times that move along with a status need no mention. */
function fieldsIn(payload: Activity['payload']): string {
  return namesIn(payload).map(fieldLabel).filter(Boolean).join(', ');
}

function fieldLabel(field: unknown): string {
  switch (field) {
    case 'subject':
      return $localize`subject`;
    case 'description':
      return $localize`description`;
    case 'status':
      return $localize`status`;
    case 'assigneeId':
      return $localize`assignee`;
    case 'priority':
      return $localize`priority`;
    case 'categoryId':
      return $localize`category`;
    default:
      return '';
  }
}

function priorityIn(value: unknown): string {
  const priority = PRIORITIES.find((code) => code === value);
  return priority ? priorityLabel(priority) : '…';
}

function nameIn(value: unknown): string {
  const name = plainNameIn(value);
  return name === null ? $localize`none` : $localize`“${categoryLabel(name)}:name:”`;
}

function plainNameIn(value: unknown): string | null {
  const isNamed = typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
  return isNamed ? (value.name as string) : null;
}
