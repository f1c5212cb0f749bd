import type { Params } from '@angular/router';
import { PHASES, type Side } from '@deskhand/shared';
import { priorityLabel } from '../../ui/priority-label';
import { statusLabel } from '../../ui/status-label';
import type { Category, PersonRef } from '../model/ticket';
import { type FilterKey, isPriority, isSide, isStatus, narrowingKeys, valuesIn } from './queue-query';
import { type TimeField, timeRangeIn, timeRangeWords } from '../../ui/time-range';

export interface FilterChip {
  /** What goes from the address with it. */
  readonly keys: readonly FilterKey[];
  readonly label: string;
}

interface Names {
  readonly categories: readonly Category[];
  readonly agents: readonly PersonRef[];
  readonly locale: string;
  readonly now: Date;
}

/** Two parameters that make one filter. */
const TIMES = { created: ['createdFrom', 'createdTo'], updated: ['updatedFrom', 'updatedTo'] } as const;
type TimeKey = (typeof TIMES)[TimeField][number];

/** The filters of an address in words. */
export function chipsFrom(params: Params, ofView: Params, names: Names): FilterChip[] {
  const keys = narrowingKeys(params, ofView);
  const times = (['created', 'updated'] as const).filter((field) => TIMES[field].some((key) => keys.includes(key)));
  return [
    ...keys.filter((key) => !isTimeKey(key)).map((key) => ({ keys: [key], label: chipLabel(key, params, names) })),
    ...times.map((field) => ({
      keys: TIMES[field],
      label: labelled(timeLabel(field), timeRangeWords(timeRangeIn(params, field), names)),
    })),
  ];
}

export function sideLabel(side: Side): string {
  return side === 'staff' ? $localize`IT staff` : $localize`Requester`;
}

function chipLabel(key: Exclude<FilterKey, TimeKey>, params: Params, names: Names): string {
  if (key === 'q') return labelled(keyLabel(key), String(params['q']));
  const values = valuesIn(params, key);
  if (key === 'unread' && values.includes('true')) return keyLabel(key);
  return labelled(keyLabel(key), values.map((value) => valueLabel(key, value, names)).join(', '));
}

function labelled(filter: string, values: string): string {
  return $localize`${filter}:filter:: ${values}:values:`;
}

function isTimeKey(key: FilterKey): key is TimeKey {
  return Object.values(TIMES).some((keys) => keys.some((one) => one === key));
}

function timeLabel(field: TimeField): string {
  return field === 'created' ? $localize`Created` : $localize`Updated`;
}

function keyLabel(key: Exclude<FilterKey, TimeKey>): string {
  switch (key) {
    case 'status':
      return $localize`Status`;
    case 'phase':
      return $localize`Phase`;
    case 'priority':
      return $localize`Priority`;
    case 'category':
      return $localize`Category`;
    case 'assignee':
      return $localize`Assignee`;
    case 'requester':
      return $localize`Requester`;
    case 'number':
      return $localize`Number`;
    case 'turn':
      return $localize`Whose turn`;
    case 'unread':
      return $localize`Unread`;
    case 'q':
      return $localize`Search`;
  }
}

function valueLabel(key: FilterKey, value: string, { categories, agents }: Names): string {
  if (value === 'me') return $localize`Me`;
  if (value === 'none') return $localize`Nobody`;
  if (key === 'status' && isStatus(value)) return statusLabel(value, 'staff');
  if (key === 'priority' && isPriority(value)) return priorityLabel(value);
  if (key === 'phase') return phaseLabel(value);
  if (key === 'turn' && isSide(value)) return sideLabel(value);
  if (key === 'category') return categories.find(({ id }) => id === value)?.name ?? '…';
  if (key === 'assignee') return agents.find(({ id }) => id === value)?.name ?? '…';
  return key === 'requester' ? $localize`one person` : value;
}

function phaseLabel(value: string): string {
  switch (PHASES.find((phase) => phase === value)) {
    case 'new':
      return $localize`New`;
    case 'active':
      return $localize`Active`;
    case 'waiting':
      return $localize`Waiting`;
    case 'done':
      return $localize`Done`;
    default:
      return value;
  }
}
