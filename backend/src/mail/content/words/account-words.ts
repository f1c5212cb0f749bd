import { type Language, languageOf } from '@deskhand/shared';
import { DE_ACCOUNT } from './de-account.js';
import { type AccountWords, EN_ACCOUNT } from './en-account.js';

const BY_LANGUAGE: Readonly<Record<Language, AccountWords>> = { en: EN_ACCOUNT, de: DE_ACCOUNT };

/** What mails about accounts say to whoever reads that language. */
export function accountWordsIn(language: string): AccountWords {
  return BY_LANGUAGE[languageOf(language)];
}
