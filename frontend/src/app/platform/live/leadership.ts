/** Ends a candidacy, and the leadership if it came to that. */
export type Resign = () => void;

/**
 * Stands for the leadership among the tabs of this browser: `lead` runs in one of them at a time. The browser itself
 * passes it on when a tab is closed or dies, so no tab has to watch another one.
 */
export function standForLeader(locks: Pick<LockManager, 'request'>, name: string, lead: () => void): Resign {
  const candidacy = new AbortController();
  let step: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (step = resolve));
  locks
    .request(name, { signal: candidacy.signal }, () => {
      if (!candidacy.signal.aborted) lead();
      return until;
    })
    // Who resigns while he waits is told so by an error.
    .catch(() => undefined);
  return () => {
    candidacy.abort();
    step();
  };
}
