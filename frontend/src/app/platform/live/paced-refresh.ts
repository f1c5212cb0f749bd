import { DestroyRef, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { PageVisible } from '../page-visible';
import { Live } from './live';

/** A list is asked for at most so often, however much happens. */
const LIST_GAP_MS = 1_000;
/** Not everybody who heard the same asks in the same moment. */
const SOONEST_MS = 50;
const JITTER_MS = 250;

/** Told whether nobody looked at the page when it was asked for. */
type Read = (wasHidden: boolean) => Promise<unknown>;

/** Something that is read again after something happened. To be made where `inject` may run. */
export class PacedRefresh {
  private readonly page = inject(PageVisible);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isReading = false;
  private isAsked = false;
  private wasHidden = false;
  private latest = -Infinity;

  /** @param leastGapMs between two reads */
  constructor(
    private readonly read: Read,
    private readonly leastGapMs = LIST_GAP_MS,
  ) {
    effect(() => {
      if (this.page.isVisible() && this.isAsked) this.schedule();
    });
    // What failed, most likely for want of a connection.
    inject(Live)
      .begun.pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.again();
      });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.isAsked = false;
    });
  }

  /** Soon, once for all that happens until then. Behind another tab it waits until somebody looks. */
  ask(): void {
    this.isAsked = true;
    this.wasHidden ||= !this.page.isVisible();
    this.schedule();
  }

  private schedule(): void {
    if (this.isReading || this.timer !== undefined || !this.page.isVisible()) return;
    const delay = Math.max(SOONEST_MS + Math.random() * JITTER_MS, this.latest + this.leastGapMs - Date.now());
    this.timer = setTimeout(() => void this.run(), delay);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    if (!this.page.isVisible()) return;
    const { wasHidden } = this;
    this.isReading = true;
    this.isAsked = this.wasHidden = false;
    this.latest = Date.now();
    const isRead = await this.read(wasHidden).then(
      () => true,
      () => false,
    );
    this.isReading = false;
    // Something may have happened while it was read. Nobody asked for it by hand, so a failure is not told, and tried
    // again with the next change or the next stream.
    if (isRead) this.again();
    else this.isAsked = true;
  }

  private again(): void {
    if (this.isAsked) this.schedule();
  }
}
