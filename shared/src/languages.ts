/** The languages of screens and mails. The first is for whoever reads none of them. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each as its own readers call it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** What this browser's reader chose; it decides in which language the next page comes. */
export const LANGUAGE_COOKIE = 'deskhand-language';

/** English that names no country is written as most of the world writes its dates. */
const USUAL_LOCALES: Readonly<Partial<Record<Language, string>>> = { en: 'en-GB' };

/** The language of a BCP 47 tag such as `de-AT`; undefined for those that nothing is written in. */
export function knownLanguage(tag: string | null | undefined): Language | undefined {
  const wanted = tag?.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === wanted);
}

/** The language that comes next to what somebody reads. */
export function languageOf(tag: string): Language {
  return knownLanguage(tag) ?? LANGUAGES[0];
}

/** How dates and numbers are written for somebody: as in his own country where the words are in his language. */
export function localeOf(tag: string): string {
  const language = languageOf(tag);
  return tag.toLowerCase().startsWith(`${language}-`) ? tag : (USUAL_LOCALES[language] ?? language);
}
