import { backoffMs } from './backoff';
import { STREAM_EVENT_NAMES, type StreamMessage } from './live-event';

const URL = '/api/v1/events';
/** A stream that lasted so long was a good one: the next failure is a first one again. */
const GOOD_AFTER_MS = 5_000;
/** A dead network says nothing at all: who was not greeted by then was not heard. */
const OPENING_LIMIT_MS = 10_000;

/** What a stream needs from whoever reads it. */
export interface StreamReader {
  /** Where to resume; empty for now. Asked at each opening: others may have read on meanwhile. */
  lastToken(): string;
  hear(message: StreamMessage): void;
  /** Whether it flows. */
  follow(isOpen: boolean): void;
  /** Asked before each new try: the session may have to be renewed, or have ended. */
  mayGoOn(): Promise<boolean>;
}

/**
 * The live stream of this tab, opened again whenever it breaks. The browser's own way of reconnecting would neither wait
 * longer each time nor renew the session, so each opening is a new `EventSource`, with the place to resume in its address.
 */
export class EventStream {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private openedAt = 0;
  private isClosed = false;

  constructor(private readonly reader: StreamReader) {
    this.open();
  }

  /** Does not wait any longer: the network is back, or somebody doubts that it is there. */
  retry(): void {
    if (this.isClosed) return;
    this.failures = 0;
    this.abandon();
    this.open();
  }

  close(): void {
    this.isClosed = true;
    this.abandon();
    this.reader.follow(false);
  }

  private open(): void {
    const token = this.reader.lastToken();
    const source = new EventSource(token === '' ? URL : `${URL}?lastEventId=${encodeURIComponent(token)}`);
    this.source = source;
    for (const name of STREAM_EVENT_NAMES)
      source.addEventListener(name, (event: MessageEvent<string>) => {
        if (this.source !== source) return;
        if (name === 'ready') this.begin();
        // An `EventSource` repeats the last id with messages that have none of their own.
        this.reader.hear({ name, token: name === 'presence' ? '' : event.lastEventId, data: event.data });
      });
    source.onerror = () => {
      if (this.source === source) this.fail();
    };
    this.timer = setTimeout(() => {
      this.fail();
    }, OPENING_LIMIT_MS);
  }

  private begin(): void {
    clearTimeout(this.timer);
    this.openedAt = Date.now();
    this.reader.follow(true);
  }

  private fail(): void {
    const lasted = this.openedAt > 0 && Date.now() - this.openedAt > GOOD_AFTER_MS;
    this.failures = lasted ? 1 : this.failures + 1;
    this.abandon();
    this.reader.follow(false);
    this.timer = setTimeout(() => void this.tryAgain(), backoffMs(this.failures));
  }

  private async tryAgain(): Promise<void> {
    const goesOn = await this.reader.mayGoOn();
    if (goesOn && !this.isClosed && this.source === null) this.open();
  }

  private abandon(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    this.openedAt = 0;
  }
}
