import type { StreamMessage } from './live-event';

/** What the tabs of one browser tell each other about the stream. */
export type TabMessage =
  | { readonly type: 'message'; readonly message: StreamMessage }
  /** From the one that reads: whether the stream flows, and how far it has read. */
  | { readonly type: 'state'; readonly isOpen: boolean; readonly token: string }
  /** A new tab asks for that. */
  | { readonly type: 'hello' }
  /** A tab whose requests fail asks the one that reads to look whether its stream is still alive. */
  | { readonly type: 'doubt' };

/** The line between the tabs of one browser on which one person is signed in. */
export class TabLine {
  private readonly channel: BroadcastChannel;

  constructor(name: string, hear: (message: TabMessage) => void) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      hear(data);
    };
  }

  tell(message: TabMessage): void {
    this.channel.postMessage(message);
  }

  close(): void {
    this.channel.close();
  }
}
