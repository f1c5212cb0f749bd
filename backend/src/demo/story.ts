import type { Priority } from '@deskhand/shared';

/** In which part of the company a problem belongs. */
export type Team = 'crew' | 'warehouse' | 'drivers' | 'planning' | 'sales' | 'accounting' | 'hr' | 'office';

/**
 * One problem from beginning to end. In the texts `{a|b}` is one or the other and `{name}` is filled in for each ticket
 * anew, so that a story that happens three times does not read the same.
 */
export interface Story {
  readonly subject: string;
  /** In the words of whoever has it. */
  readonly problem: string;
  /** What staff ask, and what they hear. */
  readonly question?: string;
  readonly answer?: string;
  /** What staff tell each other. */
  readonly note?: string;
  /** Why it must wait, as the requester reads it. */
  readonly hold?: string;
  readonly solution: string;
  /** Somebody asks for something; nothing is broken. */
  readonly isRequest?: true;
  readonly priority?: Priority;
  /** To whom it happens; to anybody without it. */
  readonly teams?: readonly Team[];
  /** A file in `demo/pictures` that the requester adds. */
  readonly picture?: string;
}
