import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** The bytes of a request, which are the same each time that it is sent. */
export function requestBytes(host: string, { method, path, headers, body = '' }: WireRequest): Buffer {
  const all = { host, ...headers, ...(method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

/**
 * One connection that is kept and carries one request at a time. It does no more than needed, so that on a small machine
 * the load takes little from what it measures.
 */
export class KeepAliveClient {
  private readonly chunks: Buffer[] = [];
  private received = 0;
  private expected: number | null = null;
  private status = 0;
  private waiting: { done: (status: number) => void; failed: (error: Error) => void } | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.take(chunk);
    });
    socket.on('error', (error) => this.waiting?.failed(error));
    socket.on('close', () => this.waiting?.failed(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<KeepAliveClient> {
    return new Promise((done, failed) => {
      const socket = connect(port, '127.0.0.1', () => {
        done(new KeepAliveClient(socket));
      });
      socket.once('error', failed);
    });
  }

  /** Gives the status once the whole answer is there. */
  send(bytes: Buffer): Promise<number> {
    return new Promise((done, failed) => {
      this.waiting = { done, failed };
      this.socket.write(bytes);
    });
  }

  close(): void {
    this.waiting = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    this.expected ??= this.readHead();
    if (this.expected === null || this.received < this.expected) return;
    const { waiting } = this;
    this.chunks.length = 0;
    this.received = 0;
    this.expected = null;
    this.waiting = null;
    waiting?.done(this.status);
  }

  /** The bytes of the whole answer, as soon as its head is there. */
  private readHead(): number | null {
    const text = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    const end = text?.indexOf(END_OF_HEAD) ?? -1;
    if (!text || end < 0) return null;
    const head = text.toString('latin1', 0, end);
    this.status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    if (!length) throw new Error('an answer without Content-Length cannot be measured here');
    return end + END_OF_HEAD.length + Number(length[1]);
  }
}
