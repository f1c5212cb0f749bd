import { computed, signal } from '@angular/core';
import type { PageOf } from '../../platform/page-of';

interface Piece<T> {
  /** How it was asked for, so that it can be asked for again. */
  readonly cursor: string | null;
  readonly page: PageOf<T>;
}

/** A list that is read from its oldest entry on, a page at a time, and whose end grows while it is open. */
export class GrowingList<T extends { readonly id: string }> {
  private readonly pieces = signal<readonly Piece<T>[]>([]);

  readonly items = computed(() => this.pieces().flatMap(({ page }) => page.items));
  readonly isRead = computed(() => this.pieces().length > 0);
  /** Whether the server has entries after the last one here. */
  readonly hasMore = computed(() => this.nextCursor() !== null);
  private readonly nextCursor = computed(() => this.pieces().at(-1)?.page.nextCursor ?? null);

  /** @param read told whether somebody waits for it */
  constructor(private readonly read: (cursor: string | null, isAwaited: boolean) => Promise<PageOf<T>>) {}

  /** Reads at most so many pages on from what is here. */
  async readOn(pages: number): Promise<void> {
    for (let count = 0; count < pages; count += 1) {
      const cursor = this.nextCursor();
      if (this.isRead() && cursor === null) return;
      const page = await this.read(cursor, true);
      this.pieces.update((pieces) => [...pieces, { cursor, page }]);
    }
  }

  /** Asks for the last page again: whatever was added since stands there or after it. */
  async refreshEnd(): Promise<void> {
    const last = this.pieces().at(-1);
    if (!last) return;
    const page = await this.read(last.cursor, false);
    this.pieces.update((pieces) => [...pieces.slice(0, -1), { cursor: last.cursor, page }]);
  }

  /** Asks for everything again that is here. */
  async refresh(): Promise<void> {
    const pieces = await Promise.all(
      this.pieces().map(async ({ cursor }) => ({ cursor, page: await this.read(cursor, false) })),
    );
    this.pieces.set(pieces);
  }

  /** Shows an entry as it is now. */
  replace(entry: T): void {
    this.pieces.update((pieces) =>
      pieces.map(({ cursor, page }) => {
        const items = page.items.map((each) => (each.id === entry.id ? entry : each));
        return { cursor, page: { ...page, items } };
      }),
    );
  }
}
