import type { Params } from '@angular/router';
import { timeRangeWords } from '../../../ui/time-range';
import { KIND_LABELS, STATE_WORDS } from '../mail-words';
import { kindsIn, type MailFilter, statesIn, textIn } from './mail-query';

export interface MailChip {
  /** What goes from the address with it. */
  readonly keys: readonly MailFilter[];
  readonly label: string;
}

/** The filters of an address in words. */
export function mailChips(params: Params, reader: { readonly locale: string; readonly now: Date }): MailChip[] {
  const states = statesIn(params).map((state) => STATE_WORDS[state].label);
  const kinds = kindsIn(params).map((kind) => KIND_LABELS[kind]);
  const [address, ticket] = [textIn(params, 'address'), textIn(params, 'ticket')];
  const time = { from: textIn(params, 'from'), to: textIn(params, 'to') };
  const chips: (MailChip | false)[] = [
    textIn(params, 'stuck') === 'true' && { keys: ['stuck'], label: $localize`Stuck` },
    states.length > 0 && { keys: ['state'], label: $localize`State: ${states.join(', ')}:states:` },
    kinds.length > 0 && { keys: ['kind'], label: $localize`Kind: ${kinds.join(', ')}:kinds:` },
    address !== '' && { keys: ['address'], label: $localize`To: ${address}:address:` },
    ticket !== '' && { keys: ['ticket'], label: $localize`Ticket #${ticket}:number:` },
    (time.from !== '' || time.to !== '') && {
      keys: ['from', 'to'],
      label: $localize`Written: ${timeRangeWords(time, reader)}:when:`,
    },
  ];
  return chips.filter((chip) => chip !== false);
}
