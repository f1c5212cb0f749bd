import { inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** One-time links carry their token behind the `#`, which browsers send to no server and so into no log. */
export function oneTimeToken(): string {
  return new URLSearchParams(inject(ActivatedRoute).snapshot.fragment ?? '').get('token') ?? '';
}

/** A used link leaves the address bar, and no way back leads to it; until then it survives a reload. */
export const FORGETTING_LINK = { replaceUrl: true } as const;

/** Whoever pastes takes the whole link as often as the token alone. */
export function tokenFromPaste(text: string): string {
  const match = /#token=([^&\s]+)/.exec(text);
  return match?.[1] ?? text.trim();
}
