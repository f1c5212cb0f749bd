import type { Activity, Comment } from '../model/ticket';
import { type ActivityWords, activityWords } from './activity-words';

/** One thing in a ticket's conversation: something written, or a quiet line about what was done. */
export type TimelineEntry =
  | { readonly type: 'comment'; readonly id: string; readonly at: string; readonly comment: Comment }
  | ({ readonly type: 'activity'; readonly id: string; readonly at: string } & ActivityWords);

interface Read<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
}

/**
 * Merges both lists in the order of time. Where one of them is not read to its end, the other is shown only as far as
 * the first reaches: what comes later would otherwise have holes.
 */
export function timelineOf(
  comments: Read<Comment>,
  activity: Read<Activity>,
  reader: 'requester' | 'staff',
): TimelineEntry[] {
  const entries = [...commentEntries(comments.items), ...activityEntries(activity.items, reader)].sort(byTime);
  const limit = earliest([
    comments.hasMore ? comments.items.at(-1)?.createdAt : undefined,
    activity.hasMore ? activity.items.at(-1)?.at : undefined,
  ]);
  return limit === undefined ? entries : entries.filter(({ at }) => at <= limit);
}

function commentEntries(comments: readonly Comment[]): TimelineEntry[] {
  return comments.map((comment) => ({ type: 'comment', id: comment.id, at: comment.createdAt, comment }));
}

function activityEntries(activity: readonly Activity[], reader: 'requester' | 'staff'): TimelineEntry[] {
  return activity.flatMap((entry) => {
    const words = activityWords(entry, reader);
    return words === null ? [] : [{ type: 'activity', id: entry.id, at: entry.at, ...words }];
  });
}

/** Times of the API are of one form, so they sort as texts. What a comment brought about comes after it. */
function byTime(one: TimelineEntry, other: TimelineEntry): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return Number(one.type === 'activity') - Number(other.type === 'activity');
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.filter((time) => time !== undefined).sort()[0];
}
