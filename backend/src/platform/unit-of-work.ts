import { Injectable, Logger } from '@nestjs/common';
import type { ActivityKind } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from './clock.js';
import { newId } from './ids.js';

/** Who does it, under which request; nobody where the system acts by itself. */
export interface Origin {
  readonly actorId: string | null;
  readonly requestId: string | null;
}

/** A fact about one subject, in the past tense. Payloads hold ids and short values only. */
export interface DomainEvent {
  readonly kind: ActivityKind;
  readonly subject: { readonly type: 'ticket' | 'person' | 'installation'; readonly id: string };
  /** Whether the ticket's requester may see it. */
  readonly public: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A written text that belongs to it, such as a reason; kept apart so that it can be erased. */
  readonly text?: string | undefined;
}

/** An event with everything that its listeners need to know. */
export interface RecordedEvent extends DomainEvent {
  readonly origin: Origin;
  readonly id: string;
  readonly at: Date;
}

/** One transaction of the database. Everything in it carries the same time. */
export interface Transaction {
  readonly manager: EntityManager;
  readonly now: Date;
  /** Tells the writers now, in this transaction, and the watchers once it is committed. */
  record(event: DomainEvent): Promise<void>;
}

export type EventWriter = (event: RecordedEvent, manager: EntityManager) => Promise<void>;
export type EventWatcher = (events: readonly RecordedEvent[]) => void;

/**
 * Runs a change as one transaction and tells of it: writers (activity, mail rows) write with the same transaction, so a
 * change and its traces exist together or not at all; watchers (the live side) hear of it after the commit.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly writers: EventWriter[] = [];
  private readonly watchers: EventWatcher[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** For features that write with the transaction, at start. A writer that fails undoes the change. */
  writeWith(writer: EventWriter): void {
    this.writers.push(writer);
  }

  /** For the live side, at start. The change is safe by then: a watcher that fails is logged and harms nothing. */
  watchWith(watcher: EventWatcher): void {
    this.watchers.push(watcher);
  }

  async run<T>(origin: Origin, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const events: RecordedEvent[] = [];
    const result = await this.dataSource.transaction((manager) =>
      work({
        manager,
        now,
        record: async (event) => {
          const recorded = { ...event, origin, id: newId(), at: now };
          events.push(recorded);
          for (const write of this.writers) await write(recorded, manager);
        },
      }),
    );
    if (events.length > 0) this.tellWatchers(events);
    return result;
  }

  private tellWatchers(events: readonly RecordedEvent[]): void {
    for (const watch of this.watchers) {
      try {
        watch(events);
      } catch (error) {
        this.logger.error(error);
      }
    }
  }
}
