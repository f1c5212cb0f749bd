import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, inject, Service, signal } from '@angular/core';

/** A place that takes files. */
export interface FileTaker {
  readonly element: HTMLElement;
  take(files: readonly File[]): void;
}

/** A picture out of the clipboard is called so by browsers. */
const PASTED = /^image\.(\w+)$/;

/**
 * Files that are dragged over the page, or pasted, wherever on it: they go to the place that was opened last, so that
 * nobody has to aim, and a dialog comes before the page under it.
 */
@Service()
export class FileDrops {
  private readonly takers = signal<readonly FileTaker[]>([]);
  private readonly dragged = signal(false);
  /** Where a file would land if it were dropped now. */
  readonly target = computed(() => (this.dragged() ? this.taker() : undefined));
  private readonly taker = computed(() => this.takers().at(-1));

  constructor() {
    const document = inject(DOCUMENT);
    const ways = {
      dragenter: (event: DragEvent) => {
        this.over(event);
      },
      dragover: (event: DragEvent) => {
        this.over(event);
      },
      dragleave: ({ relatedTarget }: DragEvent) => {
        if (relatedTarget === null) this.dragged.set(false);
      },
      drop: (event: DragEvent) => {
        this.drop(event);
      },
    };
    const paste = (event: ClipboardEvent): void => {
      this.paste(event);
    };
    for (const [name, react] of Object.entries(ways)) document.addEventListener(name, react as EventListener);
    document.addEventListener('paste', paste);
    inject(DestroyRef).onDestroy(() => {
      for (const [name, react] of Object.entries(ways)) document.removeEventListener(name, react as EventListener);
      document.removeEventListener('paste', paste);
    });
  }

  /** @returns how to leave again */
  join(taker: FileTaker): () => void {
    this.takers.update((takers) => [...takers, taker]);
    return () => {
      this.takers.update((takers) => takers.filter((each) => each !== taker));
    };
  }

  private over(event: DragEvent): void {
    if (!hasFiles(event.dataTransfer) || !this.reachable()) return;
    event.preventDefault();
    this.dragged.set(true);
  }

  /** Dropped beside it, a file would replace the page and everything typed on it. */
  private drop(event: DragEvent): void {
    this.dragged.set(false);
    const taker = this.reachable();
    if (!hasFiles(event.dataTransfer) || !taker) return;
    event.preventDefault();
    taker.take([...(event.dataTransfer?.files ?? [])]);
  }

  /** Office programs put a picture beside the text that is meant. */
  private paste(event: ClipboardEvent): void {
    const taker = this.reachable();
    const data = event.clipboardData;
    if (!taker || !data || data.files.length === 0 || data.types.includes('text/plain')) return;
    event.preventDefault();
    taker.take([...data.files].map(named));
  }

  /** What lies under an open dialog takes nothing. */
  private reachable(): FileTaker | undefined {
    const taker = this.taker();
    return taker?.element.closest('[aria-hidden="true"], [inert]') ? undefined : taker;
  }
}

function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}

function named(file: File): File {
  const ending = PASTED.exec(file.name)?.[1];
  return ending === undefined ? file : new File([file], `screenshot.${ending}`, { type: file.type });
}
