interface Choice {
  readonly value: string;
  readonly label: string;
}

const LANGUAGES = ['en', 'en-GB', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt', 'sv'];

/** Languages by their names, in the order of these; the present one is always among them. */
export function languageChoices(present: string, locale: string): readonly Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return [...new Set([...LANGUAGES, present])]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

/** The time zones that this browser knows, and the present one. */
export function timeZoneChoices(present: string): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), present])].sort();
}
