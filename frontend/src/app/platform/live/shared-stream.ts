import { EventStream, type StreamReader } from './event-stream';
import { type Resign, standForLeader } from './leadership';
import type { StreamMessage } from './live-event';
import { TabLine, type TabMessage } from './tab-line';

/** What stands between a tab and the stream, whoever reads it. */
export interface StreamSource {
  retry(): void;
  close(): void;
}

/**
 * One stream for all tabs of this browser in which this person is signed in: browsers allow a site few connections, and
 * a stream for each tab would use them up. One tab reads and tells the others; each remembers how far, so that whichever
 * reads next begins where the last one ended.
 */
export class SharedStream implements StreamSource {
  private readonly line: TabLine;
  private readonly resign: Resign;
  private stream: EventStream | null = null;
  private isOpen = false;

  constructor(
    locks: LockManager,
    personId: string,
    private readonly reader: StreamReader & { readOn(token: string): void },
  ) {
    const name = `deskhand-live-${personId}`;
    this.line = new TabLine(name, (message) => {
      this.hearTab(message);
    });
    this.line.tell({ type: 'hello' });
    this.resign = standForLeader(locks, name, () => {
      this.lead();
    });
  }

  retry(): void {
    if (this.stream) this.stream.retry();
    else this.line.tell({ type: 'doubt' });
  }

  close(): void {
    this.stream?.close();
    this.resign();
    this.line.close();
  }

  private lead(): void {
    const { reader } = this;
    this.stream = new EventStream({
      lastToken: () => reader.lastToken(),
      mayGoOn: () => reader.mayGoOn(),
      hear: (message) => {
        reader.hear(message);
        this.line.tell({ type: 'message', message });
      },
      follow: (isOpen) => {
        this.isOpen = isOpen;
        reader.follow(isOpen);
        this.tellState();
      },
    });
  }

  private hearTab(news: TabMessage): void {
    if (news.type === 'message') this.hear(news.message);
    else if (news.type === 'state') {
      this.reader.readOn(news.token);
      this.reader.follow(news.isOpen);
    } else if (news.type === 'doubt') this.stream?.retry();
    else if (this.stream) this.tellState();
  }

  private hear(message: StreamMessage): void {
    this.reader.hear(message);
  }

  private tellState(): void {
    this.line.tell({ type: 'state', isOpen: this.isOpen, token: this.reader.lastToken() });
  }
}
