import type { StatusCode } from '@deskhand/shared';

/** Somebody whom a row names; the address finds the account. */
export interface NamedPerson {
  /** In lower case. */
  readonly email: string;
  readonly name: string;
}

export interface DraftComment {
  readonly body: string;
  readonly internal: boolean;
  /** Nobody means whoever imports. */
  readonly author: NamedPerson | null;
  readonly at: Date;
}

/** A row of a file that can become a ticket, if the people and categories that it names allow it. */
export interface Draft {
  readonly line: number;
  /** Of its mapped cells and its nth occurrence, or of its id. */
  readonly digest: string;
  readonly id: string;
  /** Its id stood in an earlier row. */
  readonly isRepeated: boolean;
  readonly subject: string;
  readonly description: string;
  readonly status: StatusCode;
  /** Rank. */
  readonly priority: number;
  readonly category: string | null;
  /** Nobody means whoever is named for rows without one. */
  readonly requester: NamedPerson | null;
  readonly assignee: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly comments: readonly DraftComment[];
}
