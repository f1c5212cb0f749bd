/** The languages that mails are written in. The first is for whoever reads none of them. */
const LANGUAGES = ['en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The one that comes next to what a person reads. */
export function languageOf(wanted: string): Language {
  return LANGUAGES.find((language) => wanted.toLowerCase().split('-')[0] === language) ?? LANGUAGES[0];
}

/** English that names no country is written as most of the world writes its dates. */
const USUAL_LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB' };

/** How dates are written for that person: as in his own country where the words are in his language. */
export function localeOf(wanted: string): string {
  const language = languageOf(wanted);
  return wanted.toLowerCase().startsWith(`${language}-`) ? wanted : USUAL_LOCALES[language];
}
