import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { StartupProblem } from '../../startup-problem.js';
import type { Cluster } from './cluster.js';
import { closeQuietly, contactServer } from './connection.js';
import { enter, leaveAsLast } from './presence.js';
import { announcedPort, rememberPort, startServer, stopServer } from './server.js';
import { setAsideStaleLock } from './stale-lock.js';

const POLL_MS = 50;
const PATIENCE_MS = 30_000;
const FAILED_STARTS = 3;
const LONGEST_BACKOFF_MS = 5_000;
/** How long leaving waits for a server that is just being brought back, to stop it if nobody else needs it. */
const LEAVING_PATIENCE_MS = 3_000;

interface Membership {
  readonly client: pg.Client;
  readonly port: number;
}

/** This process's use of the cluster's server, which any number of processes share. */
export class SharedServer {
  #rejoining: Promise<void> | null = null;
  #leaving = false;
  readonly #giveUp = new AbortController();

  private constructor(
    private readonly cluster: Cluster,
    private membership: Membership,
  ) {
    this.#watch();
  }

  static async join(cluster: Cluster): Promise<SharedServer> {
    return new SharedServer(cluster, await joinServer(cluster));
  }

  get port(): number {
    return this.membership.port;
  }

  /** A connection as superuser. */
  get client(): pg.Client {
    return this.membership.client;
  }

  /** Stops the server if nobody else uses it. */
  async leave(): Promise<void> {
    this.#leaving = true;
    const patience = setTimeout(() => {
      this.#giveUp.abort();
    }, LEAVING_PATIENCE_MS);
    await this.#rejoining;
    clearTimeout(patience);
    const { client } = this.membership;
    try {
      if (await leaveAsLast(client)) await stopServer(this.cluster);
    } catch {
      // The connection is gone, and with it the server: there is nothing to leave.
    }
    await closeQuietly(client);
  }

  /** When the server goes away under us, brings it back for our connection pool, at the port that the pool knows. */
  #watch(): void {
    this.membership.client.once('end', () => {
      if (!this.#leaving) this.#rejoining = this.#rejoin();
    });
  }

  async #rejoin(): Promise<void> {
    const before = this.membership.port;
    this.cluster.log('The connection to the database server is lost; bringing the server back.');
    for (let backoff = POLL_MS; ; backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MS)) {
      try {
        this.membership = await joinServer(this.cluster, this.#giveUp.signal);
        break;
      } catch (error) {
        if (this.#leaving) return;
        this.cluster.log((error as Error).message);
        await delay(backoff);
      }
    }
    this.#rejoining = null;
    this.#watch();
    const { port } = this.membership;
    if (port === before) this.cluster.log('The database server is back.');
    else this.cluster.log(`The database server came back at port ${String(port)}: restart Deskhand to follow it.`);
  }
}

/** Adopts the running server or starts it, however many others do the same at the same time. */
async function joinServer(cluster: Cluster, giveUp?: AbortSignal): Promise<Membership> {
  const attempt = new Attempt();
  for (;;) {
    giveUp?.throwIfAborted();
    const port = await announcedPort(cluster);
    const contact = port === null ? null : await contactServer(cluster, port);
    if (port !== null && contact?.kind === 'ours') {
      if (await enter(contact.client).catch(() => false)) {
        await rememberPort(cluster, port);
        return { client: contact.client, port };
      }
      await closeQuietly(contact.client);
    } else if (contact?.kind === 'changing') {
      attempt.goesOn();
    } else {
      await attempt.start(cluster, contact?.kind === 'not-ours' ? contact.because : 'it announced no port');
    }
    await delay(POLL_MS);
  }
}

/** One try to get into a server, which gives up with a reason when that leads nowhere. */
class Attempt {
  #since = performance.now();
  #failures = 0;

  /** The server answers that it is starting or stopping: that may last as long as it needs. */
  goesOn(): void {
    this.#since = performance.now();
  }

  async start(cluster: Cluster, unreachable: string): Promise<void> {
    const result = await startServer(cluster);
    if (result.kind === 'locked') await setAsideStaleLock(cluster);
    if (result.kind === 'failed') this.#failures += 1;
    if (this.#failures < FAILED_STARTS && performance.now() - this.#since < PATIENCE_MS) return;
    const reason = result.kind === 'failed' ? result.because : unreachable;
    throw new StartupProblem(
      `The database server of ${cluster.home} does not start (${reason}): read ${cluster.home}/log, correct that and start again.`,
    );
  }
}
