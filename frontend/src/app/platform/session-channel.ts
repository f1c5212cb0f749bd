import { DestroyRef, inject, Service } from '@angular/core';

/** Who is signed in now, as one tab tells the others. */
export interface SessionNews {
  readonly personId: string | null;
}

/** The line between the tabs of one browser. A page of its own, so that tests can listen in. */
@Service()
export class SessionChannel {
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('deskhand-session');

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  tell(news: SessionNews): void {
    this.channel?.postMessage(news);
  }

  heard(react: (news: SessionNews) => void): void {
    this.channel?.addEventListener('message', (event: MessageEvent<SessionNews>) => {
      react(event.data);
    });
  }
}
