import type { ActivityKind } from '@deskhand/shared';
import { fieldsIn } from './field-words';
import type { KindWords, Told } from './kind-words';
import { numberIn, statusListIn, textIn } from './payload';

type InstallationKind = Extract<
  ActivityKind,
  `${'installation' | 'category' | 'status' | 'view' | 'snippet' | 'settings' | 'tickets' | 'trail' | 'mail'}.${string}`
>;

/** Of what is settled for everybody, and of lists that were brought or taken home. */
export const INSTALLATION_KINDS: Readonly<Record<InstallationKind, KindWords>> = {
  'installation.set_up': {
    label: $localize`Set up`,
    say: () => $localize`Deskhand was set up, and the first admin made`,
  },
  'settings.changed': {
    label: $localize`Settings changed`,
    say: ({ who, entry }) => $localize`${who}:name: changed settings (${fieldsIn(entry)}:fields:)`,
  },
  'mail.retried': {
    label: $localize`Mail sent again`,
    say: ({ who }) => $localize`${who}:name: had a mail sent again`,
  },
  'category.created': {
    label: $localize`Category added`,
    say: ({ who, what }) => $localize`${who}:name: added the category ${what}:category:`,
  },
  'category.changed': {
    label: $localize`Category edited`,
    say: ({ who, what, entry }) =>
      $localize`${who}:name: changed the category ${what}:category: (${fieldsIn(entry)}:fields:)`,
  },
  'status.relabelled': {
    label: $localize`Words of statuses changed`,
    say: ({ who, entry }) =>
      $localize`${who}:name: changed the words of statuses (${statusListIn(entry.payload, 'codes')}:statuses:)`,
  },
  'view.created': {
    label: $localize`View saved`,
    say: (told) => $localize`${told.who}:name: saved ${viewIn(told)}:view:`,
  },
  'view.changed': {
    label: $localize`View changed`,
    say: (told) => $localize`${told.who}:name: changed ${viewIn(told)}:view: (${fieldsIn(told.entry)}:fields:)`,
  },
  'view.deleted': {
    label: $localize`View deleted`,
    say: (told) => $localize`${told.who}:name: deleted ${viewIn(told)}:view:`,
  },
  'snippet.created': {
    label: $localize`Snippet kept`,
    say: (told) => $localize`${told.who}:name: kept ${snippetIn(told)}:snippet:`,
  },
  'snippet.changed': {
    label: $localize`Snippet changed`,
    say: (told) => $localize`${told.who}:name: changed ${snippetIn(told)}:snippet: (${fieldsIn(told.entry)}:fields:)`,
  },
  'snippet.deleted': {
    label: $localize`Snippet deleted`,
    say: (told) => $localize`${told.who}:name: deleted ${snippetIn(told)}:snippet:`,
  },
  'tickets.exported': {
    label: $localize`Tickets exported`,
    say: ({ who }) => $localize`${who}:name: took a list of tickets home as CSV`,
  },
  'tickets.imported': {
    label: $localize`Tickets imported`,
    say: ({ who, entry: { payload } }) =>
      $localize`${who}:name: imported tickets: ${numberIn(payload, 'created')}:created: new, ${numberIn(payload, 'skipped')}:skipped: known already, ${numberIn(payload, 'failed')}:failed: not taken`,
  },
  'trail.exported': {
    label: $localize`Trail exported`,
    say: ({ who }) => $localize`${who}:name: took a part of this trail home as CSV`,
  },
  'trail.retired': {
    label: $localize`Trail retired`,
    say: ({ entry: { payload } }) =>
      $localize`The entries of ${textIn(payload, 'month')}:month: were written to files and taken out: ${numberIn(payload, 'entries')}:count:`,
  },
};

/** The names of views that are not shared are not told. */
function viewIn({ what, entry }: Told): string {
  if (what !== '') return $localize`the shared view “${what}:view:”`;
  return entry.payload['shared'] === true ? $localize`a shared view` : $localize`a view of their own`;
}

function snippetIn({ what, entry }: Told): string {
  if (what !== '') return $localize`the shared snippet “${what}:snippet:”`;
  return entry.payload['shared'] === true ? $localize`a shared snippet` : $localize`a snippet of their own`;
}
