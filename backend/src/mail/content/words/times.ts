import { localeOf } from '@deskhand/shared';

/** How somebody reads dates. */
interface Place {
  readonly language: string;
  readonly timeZone: string;
}

/** Such as “23 November 2026 at 14:05 CET”: mails are read later and elsewhere. */
export function timeWords(at: Date, { language, timeZone }: Place): string {
  const words = new Intl.DateTimeFormat(localeOf(language), {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    timeZone,
  }).format(at);
  // Some locales write a narrow blank, for which not every mail program has a letter.
  return words.replaceAll('\u202f', ' ');
}

/** Such as “Wednesday 25 November”. */
export function dayWords(at: Date, { language, timeZone }: Place): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at);
}
