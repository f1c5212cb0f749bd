import type { Params } from '@angular/router';
import { textIn } from '../../../platform/query-params';
import { isOpen, rangeIn, timeRangeWords } from '../../../ui/time-range';
import type { ListChip } from '../../frame/list-filters';
import { KIND_LABELS, STATE_WORDS } from '../mail-words';
import { kindsIn, statesIn } from './mail-query';

/** The filters of an address in words. */
export function mailChips(params: Params, reader: { readonly locale: string; readonly now: Date }): ListChip[] {
  const states = statesIn(params).map((state) => STATE_WORDS[state].label);
  const kinds = kindsIn(params).map((kind) => KIND_LABELS[kind]);
  const [address, ticket, time] = [textIn(params, 'address'), textIn(params, 'ticket'), rangeIn(params)];
  const chips: (ListChip | false)[] = [
    textIn(params, 'stuck') === 'true' && { keys: ['stuck'], label: $localize`Stuck` },
    states.length > 0 && { keys: ['state'], label: $localize`State: ${states.join(', ')}:states:` },
    kinds.length > 0 && { keys: ['kind'], label: $localize`Kind: ${kinds.join(', ')}:kinds:` },
    address !== '' && { keys: ['address'], label: $localize`To: ${address}:address:` },
    ticket !== '' && { keys: ['ticket'], label: $localize`Ticket #${ticket}:number:` },
    !isOpen(time) && { keys: ['from', 'to'], label: $localize`Written: ${timeRangeWords(time, reader)}:when:` },
  ];
  return chips.filter((chip) => chip !== false);
}
