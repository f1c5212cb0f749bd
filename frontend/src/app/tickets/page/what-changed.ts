import { categoryLabel } from '../../ui/category-label';
import { priorityLabel } from '../../ui/priority-label';
import { statusLabel } from '../../ui/status-label';
import type { Ticket } from '../model/ticket';

/** What somebody else did to a ticket between two looks at it, in words. */
export function whatChanged(before: Ticket, now: Ticket, reader: 'requester' | 'staff'): string {
  const changes = [
    ...(before.status === now.status ? [] : [$localize`it is now “${statusLabel(now.status, reader)}:status:”`]),
    ...(before.assignee?.id === now.assignee?.id ? [] : [assigneeWords(now)]),
    ...(before.priority === now.priority
      ? []
      : [$localize`its priority is now ${priorityLabel(now.priority)}:priority:`]),
    ...(before.category?.id === now.category?.id ? [] : [categoryWords(now)]),
    ...(before.subject === now.subject ? [] : [$localize`its subject is now “${now.subject}:subject:”`]),
    ...(before.description === now.description ? [] : [$localize`its description was edited`]),
    ...(before.deletedAt === now.deletedAt ? [] : [binWords(now)]),
  ];
  if (changes.length === 0) return $localize`Somebody changed this ticket a moment ago. You see it as it is now.`;
  return $localize`Somebody changed this ticket a moment ago: ${changes.join(', ')}:changes:. You see it as it is now.`;
}

function assigneeWords({ assignee }: Ticket): string {
  return assignee ? $localize`${assignee.name}:name: has it now` : $localize`nobody has it now`;
}

function categoryWords({ category }: Ticket): string {
  return category
    ? $localize`its category is now ${categoryLabel(category.name)}:category:`
    : $localize`it has no category now`;
}

function binWords({ deletedAt }: Ticket): string {
  return deletedAt === null ? $localize`it is out of the bin again` : $localize`it is in the bin now`;
}
