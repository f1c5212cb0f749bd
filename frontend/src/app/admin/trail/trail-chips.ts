import type { Params } from '@angular/router';
import { textIn } from '../../platform/query-params';
import type { ListChip } from '../frame/list-filters';
import { KIND_GROUPS } from './kind-groups';
import { KIND_WORDS } from './kind-words';
import type { TrailEntry } from './trail-api';
import { kindsIn, type TrailFilter } from './trail-query';

interface Names {
  readonly actor: string | null;
  readonly entries: readonly TrailEntry[];
}

/** The filters of an address in words, but for the time, which is always told by its own button. */
export function trailChips(params: Params, names: Names): ListChip[] {
  return (['actor', 'subject', 'ticket', 'kind', 'bulkId', 'requestId', 'address'] as const).flatMap((key) => {
    const value = textIn(params, key);
    return value === '' ? [] : [{ keys: [key], label: LABELS[key](value, { params, ...names }) }];
  });
}

type ChipKey = Exclude<TrailFilter, 'from' | 'to'>;

const LABELS: Readonly<Record<ChipKey, (value: string, context: Names & { params: Params }) => string>> = {
  actor: (value, { actor }) => $localize`By: ${actorWords(value, actor)}:who:`,
  subject: (value, { entries }) => $localize`About: ${subjectWords(value, entries)}:what:`,
  ticket: (value) => $localize`Ticket #${value}:number:`,
  kind: (_value, { params }) => kindWords(params),
  bulkId: () => $localize`One change of many`,
  requestId: (value) => $localize`Request ${value.slice(-8)}:end of the id:`,
  address: (value) => $localize`Signed in from ${value}:address:`,
};

function actorWords(value: string, name: string | null): string {
  if (value === 'system') return $localize`Deskhand, by itself`;
  return value === 'me' ? $localize`me` : (name ?? '…');
}

function subjectWords(id: string, entries: readonly TrailEntry[]): string {
  const subjects = entries.map(({ subject }) => subject).filter((subject) => subject.id === id);
  const number = subjects.find((subject) => subject.number !== null)?.number;
  if (number !== undefined && number !== null) return `#${number}`;
  const [first] = subjects;
  if (first?.type === 'installation') return 'Deskhand';
  return first?.name ?? id.slice(-8);
}

/** A whole group by its name. */
function kindWords(params: Params): string {
  const kinds = kindsIn(params);
  const group = KIND_GROUPS.find(
    (each) => each.kinds.length === kinds.length && each.kinds.every((kind) => kinds.includes(kind)),
  );
  return group ? group.label : kinds.map((kind) => KIND_WORDS[kind].label).join(', ');
}
