/** Web Locks as browsers grant them: first come, first served, and freed when the holder's promise is settled. */
export class FakeLocks implements LockManager {
  private readonly tails = new Map<string, Promise<unknown>>();

  request<T>(...[name, second, third]: unknown[]): Promise<T> {
    const { signal } = second as { signal: AbortSignal };
    const hold = third as () => Promise<T>;
    const turn = (this.tails.get(name as string) ?? Promise.resolve()).then(() => {
      if (signal.aborted) throw new Error('aborted');
      return hold();
    });
    this.tails.set(
      name as string,
      turn.catch(() => undefined),
    );
    return turn;
  }

  query(): Promise<LockManagerSnapshot> {
    return Promise.resolve({});
  }
}

/** A stream that a test speaks through. */
export class FakeEventSource extends EventTarget {
  static opened: FakeEventSource[] = [];
  onerror: (() => void) | null = null;
  isClosed = false;

  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }

  static install(): void {
    FakeEventSource.opened = [];
    Object.assign(globalThis, { EventSource: FakeEventSource });
  }

  static latest(): FakeEventSource {
    const latest = FakeEventSource.opened.at(-1);
    if (!latest) throw new Error('No stream was opened.');
    return latest;
  }

  say(name: string, data: string, lastEventId: string): void {
    this.dispatchEvent(new MessageEvent(name, { data, lastEventId }));
  }

  break(): void {
    this.onerror?.();
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A line between tabs: everybody but the speaker hears it, a moment later. */
export class FakeChannel {
  private static channels: FakeChannel[] = [];
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(private readonly name: string) {
    FakeChannel.channels.push(this);
  }

  static install(): void {
    FakeChannel.channels = [];
    Object.assign(globalThis, { BroadcastChannel: FakeChannel });
  }

  postMessage(data: unknown): void {
    const others = FakeChannel.channels.filter((channel) => channel !== this && channel.name === this.name);
    queueMicrotask(() => {
      for (const channel of others) channel.onmessage?.({ data });
    });
  }

  close(): void {
    FakeChannel.channels = FakeChannel.channels.filter((channel) => channel !== this);
  }
}
