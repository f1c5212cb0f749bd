/** How far a reader is, in the order in which commits became visible. */
export interface Place {
  /** The transaction; far below the largest whole number that a script counts exactly. */
  readonly txid: number;
  /** Within its transaction. */
  readonly position: number;
}

/** Where the trail begins. */
export const BEGINNING: Place = { txid: 0, position: 0 };

const TOKEN = /^([0-9a-f]{12}):(\d{1,15}):(\d{1,15})$/;

export function isAfter(one: Place, other: Place): boolean {
  return one.txid > other.txid || (one.txid === other.txid && one.position > other.position);
}

/** What a client names to go on from there. @param installation tells the tokens of others */
export function tokenOf({ txid, position }: Place, installation: string): string {
  return Buffer.from(`${installation}:${txid}:${position}`).toString('base64url');
}

/** Null for what was not made by this installation. */
export function placeOf(token: string, installation: string): Place | null {
  const found = TOKEN.exec(Buffer.from(token, 'base64url').toString('latin1'));
  if (found?.[1] !== installation) return null;
  return { txid: Number(found[2]), position: Number(found[3]) };
}
