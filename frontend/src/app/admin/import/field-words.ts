import { IMPORT_FIELDS, type ImportField } from '@deskhand/shared';

const WORDS: Record<ImportField, string> = {
  id: $localize`Id, to know it again`,
  subject: $localize`Subject`,
  description: $localize`Description`,
  status: $localize`Status`,
  priority: $localize`Priority`,
  category: $localize`Category`,
  requester: $localize`Requester (mail address)`,
  requesterName: $localize`Requester's name`,
  assignee: $localize`Assignee (mail address)`,
  createdAt: $localize`Created`,
  updatedAt: $localize`Updated`,
  resolvedAt: $localize`Resolved`,
  closedAt: $localize`Closed`,
  comments: $localize`Replies and notes`,
};

/** What a column can be, in the words of the screen. */
export const FIELD_CHOICES: readonly { readonly field: ImportField; readonly label: string }[] = IMPORT_FIELDS.map(
  (field) => ({ field, label: WORDS[field] }),
);
