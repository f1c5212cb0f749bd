const FOLLOWED = /^(?:https?:\/\/|mailto:)/i;

/** An address in its parts, as `URL` reads it; whoever asks brings his own, for this package belongs to no platform. */
export interface AddressParts {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly pathname: string;
}

/** Where a link may lead: the web or a mailbox, named in full and without a password; anything else is no link. */
export function followedAddress<T extends AddressParts>(href: string, read: (href: string) => T | null): T | null {
  const address = FOLLOWED.test(href) ? read(href) : null;
  return address?.username === '' && address.password === '' ? address : null;
}

/** What tells a reader where he would come to: the host, or the mailbox. */
export function placeOf({ protocol, pathname, host }: AddressParts): string {
  return protocol === 'mailto:' ? pathname : host;
}

/** Whether a link's words are the address itself; another place's name that merely begins like it does not count. */
export function isPlaceSaid(words: string, address: AddressParts): boolean {
  const said = words.trim().replace(FOLLOWED, '').toLowerCase();
  const place = placeOf(address).toLowerCase();
  if (said === place) return true;
  return address.protocol !== 'mailto:' && said.startsWith(place) && /^[/?#]/.test(said.slice(place.length));
}
