import type { PresentPersonDto, PresentState } from './presence.dto.js';

/** That one session is at one ticket. */
export interface Sighting {
  readonly ticketId: string;
  readonly sessionId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly state: PresentState;
}

interface Kept extends Sighting {
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Who is at which ticket, as far as this process has heard. */
export class PresenceBoard {
  private readonly tickets = new Map<string, Map<string, Kept>>();

  /** Gives whether the others see a difference. */
  put(sighting: Sighting, until: number): boolean {
    return this.changes(sighting.ticketId, (sessions) => sessions.set(sighting.sessionId, { ...sighting, until }));
  }

  /** Forgets what fits; gives the tickets where the others see a difference. */
  forget(fits: (kept: Kept) => boolean): string[] {
    const gone = [...this.tickets.values()].flatMap((sessions) => [...sessions.values()].filter(fits));
    return [...Map.groupBy(gone, ({ ticketId }) => ticketId)].flatMap(([ticketId, kept]) => {
      const differs = this.changes(ticketId, (sessions) => {
        for (const { sessionId } of kept) sessions.delete(sessionId);
      });
      return differs ? [ticketId] : [];
    });
  }

  knows(sessionId: string): boolean {
    return [...this.tickets.values()].some((sessions) => sessions.has(sessionId));
  }

  /** By name; a person in several places once, and answering if he answers in one of them. */
  peopleAt(ticketId: string): PresentPersonDto[] {
    const people = new Map<string, PresentPersonDto>();
    for (const { person, state } of this.tickets.get(ticketId)?.values() ?? []) {
      if (people.get(person.id)?.state !== 'answering') people.set(person.id, { ...person, state });
    }
    return [...people.values()].sort(
      (one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1),
    );
  }

  private changes(ticketId: string, change: (sessions: Map<string, Kept>) => void): boolean {
    const before = JSON.stringify(this.peopleAt(ticketId));
    const sessions = this.tickets.get(ticketId) ?? new Map<string, Kept>();
    change(sessions);
    if (sessions.size > 0) this.tickets.set(ticketId, sessions);
    else this.tickets.delete(ticketId);
    return JSON.stringify(this.peopleAt(ticketId)) !== before;
  }
}
