import { signal } from '@angular/core';
import { asProblem, type Problem } from './problem';

/** What a button does, once at a time, and what went wrong with it. */
export class Attempt {
  private readonly busy = signal(false);
  private readonly words = signal<string | null>(null);

  readonly isBusy = this.busy.asReadonly();
  /** In words, until the next attempt. */
  readonly failure = this.words.asReadonly();

  /** @param wordsOf what is said of a problem; null where it is shown in another way */
  async make(work: () => Promise<void>, wordsOf: (problem: Problem) => string | null = inWords): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.words.set(null);
    try {
      await work();
    } catch (error) {
      this.words.set(wordsOf(asProblem(error)));
    } finally {
      this.busy.set(false);
    }
  }

  /** What is missing before it can be made. */
  refuse(words: string): void {
    this.words.set(words);
  }
}

function inWords({ words }: Problem): string {
  return words;
}
