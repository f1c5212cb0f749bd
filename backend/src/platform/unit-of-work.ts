import { Injectable, Logger } from '@nestjs/common';
import type { ActivityKind } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from './clock.js';
import { newId } from './ids.js';

/** Who does it, under which request; nobody where the system acts by itself. */
export interface Origin {
  readonly actorId: string | null;
  readonly requestId: string | null;
  /** Common to all changes of one bulk call. */
  readonly bulkId?: string;
}

/** The field that a written text belongs to. */
export type TextField = 'reason' | 'subject' | 'description' | 'body';

/** A reason, or what an edited text was before. Kept apart from the entry, so that it can be erased. */
export interface WrittenText {
  readonly field: TextField;
  readonly text: string;
  /** Of the body of a comment. */
  readonly commentId?: string;
}

/** A fact about one subject, in the past tense. Payloads hold ids and short values only. */
export interface DomainEvent {
  readonly kind: ActivityKind;
  readonly subject: { readonly type: 'ticket' | 'person' | 'category' | 'view' | 'installation'; readonly id: string };
  /** Whether the ticket's requester may see it. */
  readonly public: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly texts?: readonly WrittenText[];
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
  readonly origin: Origin;
  /** Tells the writers now, in this transaction, and the watchers once it is committed. Many at once cost as much as one. */
  record(...events: DomainEvent[]): Promise<void>;
}

export type EventWriter = (events: readonly RecordedEvent[], manager: EntityManager) => Promise<void>;
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
        origin,
        record: async (...told) => {
          if (told.length === 0) return;
          const recorded = told.map((event) => ({ ...event, origin, id: newId(), at: now }));
          events.push(...recorded);
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
