import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeChannel, FakeEventSource, FakeLocks } from '../../../testing/fake-browser';
import type { StreamMessage } from './live-event';
import { SharedStream } from './shared-stream';

/** A tab of the browser: what it heard, and how far. */
class Tab {
  readonly heard: StreamMessage[] = [];
  token = '';
  isOpen = false;
  readonly stream: SharedStream;

  constructor(locks: FakeLocks) {
    this.stream = new SharedStream(locks, 'emma', {
      lastToken: () => this.token,
      readOn: (token) => (this.token = token || this.token),
      hear: (message) => {
        this.heard.push(message);
        this.token = message.token || this.token;
      },
      follow: (isOpen) => (this.isOpen = isOpen),
      mayGoOn: () => Promise.resolve(true),
    });
  }
}

describe('one stream for all tabs', () => {
  let locks: FakeLocks;

  beforeEach(() => {
    jest.useFakeTimers();
    locks = new FakeLocks();
    FakeEventSource.install();
    FakeChannel.install();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** Lets promises and the line between the tabs get on. */
  const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  async function openTabs(count: number): Promise<Tab[]> {
    const tabs = Array.from({ length: count }, () => new Tab(locks));
    await settle();
    FakeEventSource.latest().say('ready', '{}', 'a1');
    await settle();
    return tabs;
  }

  it('is read by one tab, and heard by all, also by one that came later', async () => {
    const tabs = await openTabs(10);
    tabs.push(new Tab(locks));
    await settle();
    expect(FakeEventSource.opened).toHaveLength(1);
    expect(tabs.map(({ isOpen, token }) => [isOpen, token])).toEqual(tabs.map(() => [true, 'a1']));
    FakeEventSource.latest().say('comment.added', '{"id":"1"}', 'a2');
    await settle();
    expect(tabs.map(({ heard }) => heard.at(-1)?.data)).toEqual(tabs.map(() => '{"id":"1"}'));
  });

  it('passes to another tab when its reader is gone, which begins where that one ended', async () => {
    const [first, second, third] = await openTabs(3);
    FakeEventSource.latest().say('comment.added', '{"id":"1"}', 'a2');
    await settle();
    first!.stream.close();
    await settle();
    expect(FakeEventSource.opened).toHaveLength(2);
    expect(FakeEventSource.opened[0]?.isClosed).toBe(true);
    expect(FakeEventSource.latest().url).toBe('/api/v1/events?lastEventId=a2');
    FakeEventSource.latest().say('comment.added', '{"id":"2"}', 'a3');
    await settle();
    expect([second!.token, third!.token]).toEqual(['a3', 'a3']);
    expect(first!.token).toBe('a2');
  });

  it('is never led by who left while he waited', async () => {
    const [first, second, third] = await openTabs(3);
    second!.stream.close();
    first!.stream.close();
    await settle();
    FakeEventSource.latest().say('ready', '{}', 'a9');
    await settle();
    expect([second!.token, third!.token]).toEqual(['a1', 'a9']);
    expect(FakeEventSource.opened).toHaveLength(2);
  });

  it('is opened again after it broke, later each time, and at once when a tab doubts it', async () => {
    const [first, second] = await openTabs(2);
    FakeEventSource.latest().break();
    await settle();
    expect([first!.isOpen, second!.isOpen]).toEqual([false, false]);
    await settle(500);
    expect(FakeEventSource.opened).toHaveLength(2);
    FakeEventSource.latest().break();
    await settle(499);
    expect(FakeEventSource.opened).toHaveLength(2);
    await settle(501);
    expect(FakeEventSource.opened).toHaveLength(3);
    // Nothing at all is a failure too.
    await settle(10_000 + 2_000);
    expect(FakeEventSource.opened).toHaveLength(4);
    second!.stream.retry();
    await settle();
    expect(FakeEventSource.opened).toHaveLength(5);
    FakeEventSource.latest().say('ready', '{}', 'b1');
    await settle();
    expect([first!.isOpen, second!.isOpen]).toEqual([true, true]);
  });
});
