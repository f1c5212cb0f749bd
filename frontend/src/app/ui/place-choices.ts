import { LANGUAGE_NAMES, LANGUAGES } from '@deskhand/shared';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The languages of the product by their own names, and the present one where it is another, such as that of a country. */
export function languageChoices(present: string | null): readonly Choice[] {
  const ours = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  if (present === null || ours.some(({ value }) => value === present)) return ours;
  const names = new Intl.DisplayNames(present, { type: 'language' });
  return [...ours, { value: present, label: names.of(present) ?? present }];
}

/** The time zones that this browser knows, and the present one. */
export function timeZoneChoices(present: string): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), present])].sort();
}
