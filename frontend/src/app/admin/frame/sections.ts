import type { IconName } from '../../ui/icons';

/** A page of the administration. */
export interface AdminSection {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** What is done there, for the list of all pages. */
  readonly about: string;
}

/** The pages of the administration in their order; each has a route in `admin.routes.ts`. */
export const ADMIN_SECTIONS: readonly AdminSection[] = [
  {
    path: '/admin/organisation',
    label: $localize`Organisation`,
    icon: 'apartment',
    about: $localize`Name, logo, support hours, contact, language and time zone`,
  },
  {
    path: '/admin/rules',
    label: $localize`Registration and limits`,
    icon: 'lock',
    about: $localize`Who may register and what they may do, sessions, attachments, what happens by itself`,
  },
  {
    path: '/admin/categories',
    label: $localize`Categories`,
    icon: 'category',
    about: $localize`What tickets are about, in which order, and who is told`,
  },
  {
    path: '/admin/statuses',
    label: $localize`Statuses`,
    icon: 'label',
    about: $localize`The words that people read for each status`,
  },
  {
    path: '/admin/import',
    label: $localize`Import`,
    icon: 'upload',
    about: $localize`Tickets from elsewhere, out of a CSV file`,
  },
  {
    path: '/admin/mail',
    label: $localize`Mail`,
    icon: 'mail',
    about: $localize`What was sent to whom, what waits, and what was refused`,
  },
  {
    path: '/admin/trail',
    label: $localize`Trail`,
    icon: 'history',
    about: $localize`Who did what and when: tickets, people, sign-ins, settings`,
  },
];
