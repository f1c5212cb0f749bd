import { getSupportedInputTypes } from '@angular/cdk/platform';

/**
 * Makes what a browser makes slowly at its first use, while nothing is to be done but to wait for an answer: on a slow
 * phone the first format of a date takes a tenth of a second, and finding out for Material which kinds of inputs there are
 * a twentieth. Each in a turn of its own, so that a tap goes between.
 */
export function warmUp(locale: string): void {
  setTimeout(() => new Intl.RelativeTimeFormat(locale));
  setTimeout(getSupportedInputTypes);
}
