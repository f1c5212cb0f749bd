import type { TrailEntry } from './trail-api';
import { listIn } from './payload';

/** What the fields of tickets, people, categories, views and settings are called where they were changed. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  subject: $localize`subject`,
  description: $localize`description`,
  status: $localize`status`,
  assigneeId: $localize`assignee`,
  priority: $localize`priority`,
  categoryId: $localize`category`,
  deletedAt: $localize`deletion`,
  name: $localize`name`,
  phone: $localize`phone`,
  place: $localize`place`,
  language: $localize`language`,
  timeZone: $localize`time zone`,
  notifyEmail: $localize`who is told`,
  position: $localize`order`,
  active: $localize`whether it is in use`,
  shared: $localize`whether it is shared`,
  body: $localize`text`,
  filters: $localize`filters`,
  sort: $localize`order of the list`,
  columns: $localize`columns`,
  logo: $localize`logo`,
  organisationName: $localize`organisation's name`,
  supportHours: $localize`support hours`,
  supportContact: $localize`support contact`,
  registration: $localize`who may register`,
  registrationDomains: $localize`domains that may register`,
  sessionIdleDays: $localize`days until an unused session ends`,
  sessionDays: $localize`days until a session ends`,
  attachmentMegabytes: $localize`size of attachments`,
  attachmentsPerComment: $localize`number of attachments`,
  closingDays: $localize`days until closing`,
  binDays: $localize`days in the bin`,
  unconfirmedMay: $localize`what an unconfirmed account may do`,
  trailHeadsDaily: $localize`the daily mail of the trail's heads`,
};

function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

/** "name, phone"; the times that move along with a change need no mention. */
export function fieldsIn({ payload }: TrailEntry): string {
  return listIn(payload, 'fields')
    .filter((field) => !/(?<!deleted)At$/.test(field))
    .map(fieldWord)
    .join(', ');
}

/** "days until closing: 7 → 14", for the settings whose content the trail holds. */
export function valueChangesIn({ payload }: TrailEntry): string[] {
  const [from, to] = [recordIn(payload['from']), recordIn(payload['to'])];
  return Object.keys(to).map((field) => {
    const [before, after] = [String(from[field]), String(to[field])];
    return $localize`${fieldWord(field)}:field:: ${before}:before: → ${after}:after:`;
  });
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
