import { type AccountWords, EN_ACCOUNT } from './en-account.js';
import { type Language, languageOf } from './languages.js';

const BY_LANGUAGE: Readonly<Record<Language, AccountWords>> = { en: EN_ACCOUNT };

/** What mails about accounts say to whoever reads that language. */
export function accountWordsIn(language: string): AccountWords {
  return BY_LANGUAGE[languageOf(language)];
}
