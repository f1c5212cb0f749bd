import type { ActivityKind } from '@deskhand/shared';
import { categoryLabel } from '../../ui/category-label';
import { fieldsIn } from './field-words';
import type { KindWords, Told } from './kind-words';
import { namedIn, priorityWordsIn, statusWordsIn } from './payload';

type TicketKind = Extract<ActivityKind, `${'ticket' | 'comment' | 'attachment' | 'watcher'}.${string}`>;

/** Of what happens to tickets. */
export const TICKET_KINDS: Readonly<Record<TicketKind, KindWords>> = {
  'ticket.created': {
    label: $localize`Filed`,
    say: ({ who, what }) => $localize`${who}:name: filed ${what}:ticket:`,
  },
  'ticket.imported': {
    label: $localize`Imported`,
    say: ({ who, what }) => $localize`${who}:name: imported ${what}:ticket: from elsewhere`,
  },
  'ticket.edited': {
    label: $localize`Subject or description edited`,
    say: ({ who, what, entry }) => $localize`${who}:name: edited ${what}:ticket: (${fieldsIn(entry)}:fields:)`,
  },
  'ticket.status_changed': { label: $localize`Status changed`, say: statusChanged },
  'ticket.assigned': { label: $localize`Assigned`, say: assigned },
  'ticket.priority_changed': {
    label: $localize`Priority changed`,
    say: ({ who, what, entry: { payload } }) =>
      $localize`${who}:name: changed the priority of ${what}:ticket: from ${priorityWordsIn(payload, 'from')}:before: to ${priorityWordsIn(payload, 'to')}:after:`,
  },
  'ticket.category_changed': {
    label: $localize`Category changed`,
    say: ({ who, what, entry: { payload } }) =>
      $localize`${who}:name: changed the category of ${what}:ticket: from ${categoryIn(payload, 'from')}:before: to ${categoryIn(payload, 'to')}:after:`,
  },
  'ticket.change_undone': {
    label: $localize`Change undone`,
    say: ({ who, what, entry }) =>
      $localize`${who}:name: undid the last change of ${what}:ticket: (${fieldsIn(entry)}:fields:)`,
  },
  'ticket.deleted': {
    label: $localize`Put into the bin`,
    say: ({ who, what }) => $localize`${who}:name: put ${what}:ticket: into the bin`,
  },
  'ticket.restored': {
    label: $localize`Taken out of the bin`,
    say: ({ who, what }) => $localize`${who}:name: took ${what}:ticket: out of the bin`,
  },
  'ticket.purged': {
    label: $localize`Removed for good`,
    say: ({ who, what }) => $localize`${who}:name: removed ${what}:ticket: for good`,
  },
  'comment.added': {
    label: $localize`Reply or note written`,
    say: ({ who, what, entry }) =>
      isInternal(entry)
        ? $localize`${who}:name: wrote an internal note on ${what}:ticket:`
        : $localize`${who}:name: replied to ${what}:ticket:`,
  },
  'comment.edited': {
    label: $localize`Reply or note edited`,
    say: ({ who, what, entry }) =>
      isInternal(entry)
        ? $localize`${who}:name: edited an internal note on ${what}:ticket:`
        : $localize`${who}:name: edited a reply to ${what}:ticket:`,
  },
  'comment.redacted': {
    label: $localize`Text erased`,
    say: ({ who, what, entry }) =>
      isInternal(entry)
        ? $localize`${who}:name: erased the text of an internal note on ${what}:ticket:`
        : $localize`${who}:name: erased the text of a reply to ${what}:ticket:`,
  },
  'attachment.added': {
    label: $localize`File attached`,
    say: ({ who, what }) => $localize`${who}:name: attached a file to ${what}:ticket:`,
  },
  'watcher.added': {
    label: $localize`Watcher added`,
    say: ({ who, what, entry }) =>
      $localize`${who}:name: added ${watcherIn(entry.payload)}:watcher: as a watcher of ${what}:ticket:`,
  },
  'watcher.removed': {
    label: $localize`Watcher removed`,
    say: ({ who, what, entry }) =>
      $localize`${who}:name: removed ${watcherIn(entry.payload)}:watcher: from the watchers of ${what}:ticket:`,
  },
};

function statusChanged({ who, what, entry: { actor, payload } }: Told): string {
  const [from, to] = [statusWordsIn(payload, 'from'), statusWordsIn(payload, 'to')];
  if (actor === null && payload['to'] === 'closed') {
    return $localize`Deskhand closed ${what}:ticket:, since nobody came back to it after it was resolved`;
  }
  return payload['automatic'] === true
    ? $localize`${what}:ticket: went from “${from}:before:” to “${to}:after:” by what ${who}:name: did`
    : $localize`${who}:name: moved ${what}:ticket: from “${from}:before:” to “${to}:after:”`;
}

function assigned({ who, what, entry: { actor, payload } }: Told): string {
  const [from, to] = [namedIn(payload, 'from'), namedIn(payload, 'to')];
  if (!to) {
    return from && from.id !== actor?.id
      ? $localize`${who}:name: took ${what}:ticket: from ${from.name}:former:; nobody has it now`
      : $localize`${who}:name: gave ${what}:ticket: back; nobody has it now`;
  }
  if (to.id === actor?.id) return $localize`${who}:name: took ${what}:ticket:`;
  return $localize`${who}:name: assigned ${what}:ticket: to ${to.name}:assignee:`;
}

function isInternal({ payload }: Told['entry']): boolean {
  return payload['internal'] === true;
}

function categoryIn(payload: Told['entry']['payload'], key: string): string {
  const category = namedIn(payload, key);
  return category ? $localize`“${categoryLabel(category.name)}:name:”` : $localize`none`;
}

function watcherIn(payload: Told['entry']['payload']): string {
  return namedIn(payload, 'watcher')?.name ?? $localize`an address without an account`;
}
