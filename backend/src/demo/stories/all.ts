import type { Story } from '../story.js';
import { ACCESS } from './access.js';
import { EMAIL } from './email.js';
import { EVERYTHING_ELSE } from './everything-else.js';
import { FINANCE } from './finance.js';
import { HARDWARE_IN_THE_FIELD } from './hardware-in-the-field.js';
import { HARDWARE_IN_THE_OFFICE } from './hardware-in-the-office.js';
import { SOCIAL_MEDIA } from './social-media.js';
import { SOFTWARE } from './software.js';
import { WEBSITE } from './website.js';

export interface Told {
  readonly category: string;
  readonly story: Story;
}

const BY_CATEGORY: readonly (readonly [string, readonly Story[]])[] = [
  ['Email', EMAIL],
  ['Website', WEBSITE],
  ['Access and accounts', ACCESS],
  ['Hardware', HARDWARE_IN_THE_OFFICE],
  ['Hardware', HARDWARE_IN_THE_FIELD],
  ['Software', SOFTWARE],
  ['Finance systems', FINANCE],
  ['Social media', SOCIAL_MEDIA],
  ['Other', EVERYTHING_ELSE],
];

/** Every story with the category under which it belongs. */
export const TOLD: readonly Told[] = BY_CATEGORY.flatMap(([category, stories]) =>
  stories.map((story) => ({ category, story })),
);
