import { SECOND } from '../../platform/clock.js';

/** Milliseconds from one look to the next, so that of much that happens each reader is told many entries in one piece. */
const LEAST_PAUSE = 100;
/** The same while a look finds so many: writing to every connection is what it costs, and it takes that from who writes. */
const FLOOD = 20;
const FLOOD_PAUSE = 200;
/** Milliseconds until it is looked again for what a running transaction holds up; twice as many each time. */
const HELD_UP_PAUSE = 25;
const LONGEST_HELD_UP_PAUSE = 200;
/** Milliseconds after which it is looked although nobody said anything. */
const POLLING = SECOND;

/** What a look found. */
export interface Look {
  readonly entries: readonly unknown[];
  readonly isFull: boolean;
  readonly isWaiting: boolean;
}

/** Says when to look for new entries: one look at a time, soon after a wake-up, and now and then without one. */
export class WakeUps {
  private timer: NodeJS.Timeout | undefined;
  private due = Infinity;
  private isOn = false;
  private isLooking = false;
  private wasWoken = false;
  private lastLook = -Infinity;
  private leastPause = LEAST_PAUSE;
  private heldUpPause = HELD_UP_PAUSE;

  /** @param look must not fail */
  constructor(private readonly look: () => Promise<Look>) {}

  start(): void {
    if (this.isOn) return;
    this.isOn = true;
    this.lookIn(POLLING);
  }

  stop(): void {
    this.isOn = false;
    clearTimeout(this.timer);
    this.due = Infinity;
  }

  wake(): void {
    this.wasWoken = true;
    if (!this.isLooking) this.lookIn(this.lastLook + this.leastPause - performance.now());
  }

  /** Unless it is looked earlier. */
  private lookIn(milliseconds: number): void {
    const due = performance.now() + Math.max(milliseconds, 0);
    if (!this.isOn || due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.lookNow(), Math.max(milliseconds, 0));
  }

  private async lookNow(): Promise<void> {
    this.due = Infinity;
    if (this.isLooking) return;
    this.isLooking = true;
    this.wasWoken = false;
    const found = await this.look();
    this.isLooking = false;
    this.lastLook = performance.now();
    this.leastPause = found.entries.length < FLOOD ? LEAST_PAUSE : FLOOD_PAUSE;
    this.lookIn(this.pauseAfter(found));
  }

  private pauseAfter({ entries, isFull, isWaiting }: Look): number {
    const heldUpPause = this.heldUpPause;
    this.heldUpPause = isWaiting ? Math.min(heldUpPause * 2, LONGEST_HELD_UP_PAUSE) : HELD_UP_PAUSE;
    if (isFull) return 0;
    // Where much is going on, something is always held up, and the next look finds it.
    if (this.wasWoken || (isWaiting && entries.length > 0)) return this.leastPause;
    return isWaiting ? heldUpPause : POLLING;
  }
}
