import { DestroyRef, effect, inject } from '@angular/core';
import { PageVisible } from '../page-visible';

/** What is shown is asked for at most so often, however much happens. */
const LEAST_GAP_MS = 1_000;
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

  constructor(private readonly read: Read) {
    effect(() => {
      if (this.page.isVisible() && this.isAsked) this.schedule();
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
    const delay = Math.max(SOONEST_MS + Math.random() * JITTER_MS, this.latest + LEAST_GAP_MS - Date.now());
    this.timer = setTimeout(() => void this.run(), delay);
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    if (!this.page.isVisible()) return;
    const { wasHidden } = this;
    this.isReading = true;
    this.isAsked = this.wasHidden = false;
    this.latest = Date.now();
    // Nobody asked for it by hand: where it fails, the next change or the next look asks again.
    await this.read(wasHidden).catch(() => undefined);
    this.isReading = false;
    // Something may have happened while it was read.
    this.again();
  }

  private again(): void {
    if (this.isAsked) this.schedule();
  }
}
