import { STANDARD_CATEGORIES, type StandardCategory, standardCategoryOf } from '@deskhand/shared';

interface Words {
  readonly name: string;
  readonly description: string;
}

interface Described {
  readonly standard: StandardCategory | null;
  readonly description: string;
}

/** The categories of a first install in the reader's words, until an admin gives them others. */
export function standardWords(category: StandardCategory): Words {
  switch (category) {
    case 'email':
      return { name: $localize`Email`, description: $localize`Mailboxes, calendars, spam` };
    case 'website':
      return { name: $localize`Website`, description: $localize`The public site and the intranet` };
    case 'access':
      return {
        name: $localize`Access and accounts`,
        description: $localize`Passwords, rights, new and leaving colleagues`,
      };
    case 'hardware':
      return { name: $localize`Hardware`, description: $localize`Computers, screens, printers, phones` };
    case 'software':
      return { name: $localize`Software`, description: $localize`Programs, updates, licences` };
    case 'finance':
      return { name: $localize`Finance systems`, description: $localize`Accounting, invoices, expenses` };
    case 'social':
      return { name: $localize`Social media`, description: $localize`Accounts and posts of the company` };
    case 'other':
      return { name: $localize`Other`, description: $localize`Everything else` };
  }
}

/** What a category is called for this reader. */
export function categoryLabel(name: string): string {
  const standard = standardCategoryOf(name);
  return standard ? standardWords(standard).name : name;
}

/** What it is for, in the reader's words where those of a first install still stand. */
export function categoryDescription({ standard, description }: Described): string {
  if (!standard || description !== STANDARD_CATEGORIES[standard].description) return description;
  return standardWords(standard).description;
}
