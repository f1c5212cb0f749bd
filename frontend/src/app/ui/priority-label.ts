import type { Priority } from '@deskhand/shared';

export function priorityLabel(priority: Priority): string {
  switch (priority) {
    case 'low':
      return $localize`Low`;
    case 'normal':
      return $localize`Normal`;
    case 'high':
      return $localize`High`;
    case 'urgent':
      return $localize`Urgent`;
  }
}
