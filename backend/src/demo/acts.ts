import type { Priority, StatusCode } from '@deskhand/shared';

/** A ticket of the plan, before it has a number. */
export type TicketKey = number;

/** What somebody does to a ticket; people are called by their names. */
export type TicketAct =
  | {
      readonly kind: 'file';
      readonly subject: string;
      readonly description: string;
      readonly category: string | null;
      readonly priority: Priority;
      /** On whose behalf, where that is somebody else. */
      readonly requester: string;
      readonly follows?: TicketKey;
      readonly picture?: string;
    }
  | { readonly kind: 'comment'; readonly body: string; readonly internal: boolean }
  /** Corrects what the same person wrote on this ticket last. */
  | { readonly kind: 'correct'; readonly body: string }
  | { readonly kind: 'move'; readonly status: StatusCode; readonly reason?: string; readonly comment?: string }
  | { readonly kind: 'assign'; readonly to: string | null }
  | { readonly kind: 'edit'; readonly priority?: Priority; readonly category?: string }
  | { readonly kind: 'watch'; readonly email: string }
  | { readonly kind: 'delete' }
  | { readonly kind: 'undo' };

/** What is done around the tickets. */
export type HouseAct =
  | { readonly kind: 'join' | 'introduce'; readonly person: string }
  | { readonly kind: 'invite'; readonly person: string }
  | { readonly kind: 'disable'; readonly person: string }
  /** What the clock does with tickets that were resolved long ago. */
  | { readonly kind: 'close-resolved' };

interface At {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type PlannedTicketAct = At & { readonly ticket: TicketKey; readonly by: string } & TicketAct;
export type PlannedHouseAct = At & { readonly by: string | null } & HouseAct;
export type PlannedAct = PlannedTicketAct | PlannedHouseAct;

export function isOfTicket(act: PlannedAct): act is PlannedTicketAct {
  return 'ticket' in act;
}
