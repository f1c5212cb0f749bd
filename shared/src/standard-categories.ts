/** What a first install offers. While one bears its name and description from here, readers see them in their language. */
export const STANDARD_CATEGORIES = {
  email: { name: 'Email', description: 'Mailboxes, calendars, spam' },
  website: { name: 'Website', description: 'The public site and the intranet' },
  access: { name: 'Access and accounts', description: 'Passwords, rights, new and leaving colleagues' },
  hardware: { name: 'Hardware', description: 'Computers, screens, printers, phones' },
  software: { name: 'Software', description: 'Programs, updates, licences' },
  finance: { name: 'Finance systems', description: 'Accounting, invoices, expenses' },
  social: { name: 'Social media', description: 'Accounts and posts of the company' },
  other: { name: 'Other', description: 'Everything else' },
} as const;

export type StandardCategory = keyof typeof STANDARD_CATEGORIES;

export const STANDARD_CATEGORY_CODES = Object.keys(STANDARD_CATEGORIES) as StandardCategory[];

/** Which of them bears this name; undefined for a name that somebody chose. */
export function standardCategoryOf(name: string): StandardCategory | undefined {
  return STANDARD_CATEGORY_CODES.find((code) => STANDARD_CATEGORIES[code].name === name);
}
