import type { Api } from '../app/api.js';
import { Browser } from '../app/browser.js';
import { honoursContract } from '../app/contract.js';

export interface Heard<Data = Record<string, unknown>> {
  readonly id: string | null;
  readonly name: string;
  readonly data: Data;
}

/** Milliseconds in which whatever should come has come, on a busy machine too. */
const PATIENCE = 10_000;

/** Reads a live stream as a browser does. */
export class Listener {
  readonly heard: Heard[] = [];
  /** All that came over the wire. */
  text = '';
  /** The place of the last event, as a browser would send it. */
  lastId = '';
  hasEnded = false;
  readonly ended: Promise<void>;
  private readonly wakers = new Set<() => void>();
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private rest = '';

  private constructor(readonly response: Response) {
    this.reader = response.body!.getReader();
    this.ended = this.readAll();
  }

  /** Settles when the first event is there. @throws with the answer where it is no stream */
  static async open(by: Api | Browser, options: { token?: string; query?: string } = {}): Promise<Listener> {
    const headers: Record<string, string> = options.token === undefined ? {} : { 'Last-Event-ID': options.token };
    const path = `/events${options.query ?? ''}`;
    const isBrowser = by instanceof Browser;
    const response = await (isBrowser ? by.send('GET', path, undefined, headers) : by.send('GET', path, { headers }));
    const { status, url } = response;
    if (status !== 200) throw new Error(`no stream: ${status} ${await response.text()}`);
    honoursContract({ method: 'GET', path: new URL(url).pathname, status, headers: response.headers, text: '' });
    const listener = new Listener(response);
    await listener.first('ready');
    return listener;
  }

  /** Names, in the order in which they came, without the first one. */
  get names(): string[] {
    return this.heard.slice(1).map(({ name }) => name);
  }

  /** The first event of that name, which fits; waited for. */
  async first<Data = Record<string, unknown>>(
    name: string,
    fits: (data: Data) => boolean = () => true,
  ): Promise<Heard<Data>> {
    const find = (): Heard<Data> | undefined =>
      (this.heard as Heard<unknown>[] as Heard<Data>[]).find((event) => event.name === name && fits(event.data));
    await this.until(() => find() !== undefined, `an event ${name}`);
    return find()!;
  }

  async until(holds: () => boolean, what: string, patience = PATIENCE): Promise<void> {
    const end = performance.now() + patience;
    while (!holds()) {
      const left = end - performance.now();
      if (left < 0 || this.hasEnded) throw new Error(`${what} did not come; heard: ${this.text.slice(-2_000)}`);
      await new Promise<void>((done) => {
        const timer = setTimeout(done, left);
        this.wakers.add(() => {
          clearTimeout(timer);
          done();
        });
      });
    }
  }

  /** Cuts the connection. */
  async close(): Promise<void> {
    await this.reader.cancel().catch(() => undefined);
    await this.ended;
  }

  private async readAll(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for (let part = await this.reader.read(); !part.done; part = await this.reader.read()) {
        this.take(decoder.decode(part.value, { stream: true }));
        this.wake();
      }
    } catch {
      // Cut off, which is an end like any other.
    }
    this.hasEnded = true;
    this.wake();
  }

  private wake(): void {
    for (const wake of this.wakers) wake();
    this.wakers.clear();
  }

  private take(text: string): void {
    this.text += text;
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop()!;
    for (const block of blocks) this.takeBlock(block);
  }

  private takeBlock(block: string): void {
    const field = (name: string): string | null =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2) ?? null;
    const [id, name, data] = [field('id'), field('event'), field('data')];
    this.lastId = id ?? this.lastId;
    if (name !== null && data !== null)
      this.heard.push({ id, name, data: JSON.parse(data) as Record<string, unknown> });
  }
}
