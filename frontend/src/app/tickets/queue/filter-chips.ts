import type { Params } from '@angular/router';
import { PHASES } from '@deskhand/shared';
import { priorityLabel } from '../../ui/priority-label';
import { statusLabel } from '../../ui/status-label';
import type { Category, PersonRef } from '../model/ticket';
import { type FilterKey, isPriority, isStatus, narrowingKeys, valuesIn } from './queue-query';

export interface FilterChip {
  readonly key: FilterKey;
  readonly label: string;
}

interface Names {
  readonly categories: readonly Category[];
  readonly agents: readonly PersonRef[];
}

/** The filters of an address in words. */
export function chipsFrom(params: Params, ofView: Params, names: Names): FilterChip[] {
  return narrowingKeys(params, ofView).map((key) => {
    const values = valuesIn(params, key).map((value) => valueLabel(key, value, names));
    return { key, label: $localize`${keyLabel(key)}:filter:: ${values.join(', ')}:values:` };
  });
}

function keyLabel(key: FilterKey): string {
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
    case 'createdFrom':
      return $localize`Created from`;
    case 'createdTo':
      return $localize`Created before`;
  }
}

function valueLabel(key: FilterKey, value: string, { categories, agents }: Names): string {
  if (value === 'me') return $localize`Me`;
  if (value === 'none') return $localize`Nobody`;
  if (key === 'status' && isStatus(value)) return statusLabel(value, 'staff');
  if (key === 'priority' && isPriority(value)) return priorityLabel(value);
  if (key === 'phase') return phaseLabel(value);
  if (key === 'category') return categories.find(({ id }) => id === value)?.name ?? '…';
  if (key === 'assignee') return agents.find(({ id }) => id === value)?.name ?? '…';
  if (key === 'createdFrom' || key === 'createdTo') return timeLabel(value);
  return key === 'requester' ? $localize`one person` : value;
}

/** As it stands in the address where it is no time. */
function timeLabel(value: string): string {
  const time = new Date(value);
  return Number.isNaN(time.getTime())
    ? value
    : new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
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
