import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { SECOND } from '../clock.js';
import { reportOf } from '../http/fault-report.js';

export type Listener = (payload: string) => void;

/** Milliseconds until it is tried again to connect: the first pause, and the longest. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5 * SECOND;
/** Milliseconds after which a connection of which nothing is left is noticed. */
const KEEP_ALIVE = 10 * SECOND;
/** Milliseconds after which an attempt to connect is given up; whoever ends the app waits for it. */
const CONNECTION_PATIENCE = 3 * SECOND;

/**
 * LISTEN and NOTIFY between the processes of one installation, on a connection of its own: a pool would take it away, and
 * NOTIFY within the transaction of a change would make all commits wait for each other. A message may be lost while the
 * connection is away: whoever listens looks for himself too.
 */
@Injectable()
export class Notifications implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Notifications.name);
  private readonly listeners = new Map<string, Listener>();
  private client: pg.Client | null = null;
  private sent: Promise<unknown> = Promise.resolve();
  private connecting: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private hasEnded = false;

  constructor(private readonly dataSource: DataSource) {}

  /** At start. The listener hears what other processes say, and an empty message whenever some may have been missed. */
  listen(channel: string, listener: Listener): void {
    this.listeners.set(channel, listener);
  }

  /** To the other processes, in the order of the calls. @param payload at most 8,000 bytes */
  notify(channel: string, payload = ''): void {
    const { client } = this;
    if (!client) return;
    this.sent = this.sent
      .then(() => client.query('SELECT pg_notify($1, $2)', [channel, payload]))
      .catch((error: unknown) => {
        this.logger.warn(reportOf(error));
      });
  }

  /** Nobody waits for it: the app starts as well without. */
  onApplicationBootstrap(): void {
    this.connecting = this.connect(FIRST_PAUSE);
  }

  async onModuleDestroy(): Promise<void> {
    this.hasEnded = true;
    clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await Promise.all([this.sent, this.connecting]);
    await client?.end().catch(() => undefined);
  }

  private async connect(pause: number): Promise<void> {
    const client = this.newClient();
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch {
      this.connectLater(client, pause);
      return;
    }
    if (this.hasEnded) {
      await client.end();
      return;
    }
    this.client = client;
    for (const listener of this.listeners.values()) listener('');
  }

  private newClient(): pg.Client {
    const { options } = this.dataSource;
    const connectionString = 'url' in options ? options.url : undefined;
    const client = new pg.Client({
      connectionString,
      application_name: 'deskhand live',
      connectionTimeoutMillis: CONNECTION_PATIENCE,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE,
    });
    client.on('notification', ({ channel, payload, processId }) => {
      // What this process says it knows already.
      if (processId !== this.ownProcessId(client)) this.listeners.get(channel)?.(payload ?? '');
    });
    client.on('error', () => undefined);
    client.once('end', () => {
      if (this.client === client) this.connectLater(client, FIRST_PAUSE);
    });
    return client;
  }

  /** The server's process behind this connection; the types of the driver do not know it. */
  private ownProcessId(client: pg.Client): number | null {
    return (client as pg.Client & { readonly processID: number | null }).processID;
  }

  private connectLater(client: pg.Client, pause: number): void {
    this.client = null;
    void client.end().catch(() => undefined);
    // Where the pool is closed there is nothing to be heard any more.
    if (this.hasEnded || !this.dataSource.isInitialized) return;
    this.retry = setTimeout(() => {
      this.connecting = this.connect(Math.min(pause * 2, LONGEST_PAUSE));
    }, pause);
  }
}
