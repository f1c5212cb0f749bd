import { computed, type Signal, signal, type WritableSignal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { asProblem, Problem } from '../../platform/problem';
import type { Draft } from '../model/drafts';
import { type Attachment, sizeWords } from './attachment';
import { keptUploads } from './kept-uploads';
import type { UploadApi } from './upload-api';

export interface UploadLimits {
  readonly megabytes: number;
  readonly count: number;
}

/** A file on its way, one that has arrived, or one that could not be taken. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** Nothing after a reload. */
  readonly file: File | null;
  /** From 0 to 1. */
  readonly progress: number;
  readonly attachment: Attachment | null;
  /** Why it could not be taken, in words. */
  readonly failure: string | null;
  /** Whether the same file may succeed at another try. */
  readonly mayRetry: boolean;
}

const MEGABYTE = 1_048_576;

/** The files that go with one text: sent at once, kept with its draft until the text is sent. */
export class UploadList {
  private readonly list: WritableSignal<readonly Upload[]>;
  private readonly underWay = new Map<number, Subscription>();
  private readonly words = signal('');
  private waiting: (() => void)[] = [];
  private made = 0;

  readonly uploads: Signal<readonly Upload[]>;
  /** For who does not see the list. */
  readonly said = this.words.asReadonly();
  readonly isEmpty = computed(() => this.list().length === 0);
  private readonly isBusy = computed(() => this.list().some(isUnderWay));

  constructor(
    private readonly api: UploadApi,
    private readonly draft: Draft,
    private readonly limits: () => UploadLimits,
  ) {
    const { kept, gone } = keptUploads(draft.text(), Date.now());
    const failure = $localize`Deskhand kept this file for a day. Attach it again.`;
    // Made with its value: a list is asked for within computations, which must not write to a signal.
    this.list = signal([
      ...kept.map((attachment) => this.entry(attachment, { attachment, progress: 1 })),
      ...gone.map((attachment) => this.entry(attachment, { failure })),
    ]);
    this.uploads = this.list.asReadonly();
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const failure = this.refusalOf(file);
      const upload = this.entry(file, { file, failure });
      this.list.update((list) => [...list, upload]);
      if (failure === null) this.start(upload.key, file);
      else this.say($localize`${file.name}:name: was not attached. ${failure}:reason:`);
    }
  }

  /** Files that arrived for another text go along with this one. */
  adopt(attachments: readonly Attachment[]): void {
    this.list.update((list) => [
      ...list,
      ...attachments.map((attachment) => this.entry(attachment, { attachment, progress: 1 })),
    ]);
    this.keep();
  }

  retry({ key, file }: Upload): void {
    if (!file) return;
    this.patch(key, { failure: null, progress: 0 });
    this.start(key, file);
  }

  remove({ key, name }: Upload): void {
    this.drop(new Set([key]));
    this.say($localize`${name}:name: removed`);
  }

  /** Waits for what is under way. @throws Problem where something could not be uploaded */
  async arrived(): Promise<readonly Attachment[]> {
    while (this.isBusy()) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.list().some(({ failure }) => failure !== null)) throw unsent();
    return this.list().flatMap(({ attachment }) => attachment ?? []);
  }

  /** The same. @returns their ids */
  async ready(): Promise<readonly string[]> {
    return (await this.arrived()).map(({ id }) => id);
  }

  /** These have arrived with their text; what was added meanwhile stays. */
  sent(ids: readonly string[]): void {
    const keys = this.list().filter(({ attachment }) => attachment !== null && ids.includes(attachment.id));
    this.drop(new Set(keys.map(({ key }) => key)));
  }

  clear(): void {
    this.drop(new Set(this.list().map(({ key }) => key)));
  }

  private entry({ name, size }: { name: string; size: number }, facts: Partial<Upload>): Upload {
    const blank = { file: null, progress: 0, attachment: null, failure: null, mayRetry: false };
    return { key: ++this.made, name, size, ...blank, ...facts };
  }

  private refusalOf({ size }: File): string | null {
    const { megabytes, count } = this.limits();
    if (this.list().filter(({ failure }) => failure === null).length >= count) {
      return $localize`At most ${count}:count: files go along. Remove one first.`;
    }
    if (size <= megabytes * MEGABYTE) return null;
    return $localize`It has ${sizeWords(size)}:size:, and at most ${megabytes}:megabytes: MB are taken.`;
  }

  private start(key: number, file: File): void {
    const subscription = this.api.upload(file).subscribe({
      next: (step) => {
        if ('attachment' in step) this.arrive(key, step.attachment);
        else this.patch(key, { progress: step.progress });
      },
      error: (error: unknown) => {
        this.fail(key, file.name, error);
      },
    });
    this.underWay.set(key, subscription);
  }

  private arrive(key: number, attachment: Attachment): void {
    this.patch(key, { attachment, progress: 1 });
    this.say($localize`${attachment.name}:name: uploaded`);
  }

  private fail(key: number, name: string, error: unknown): void {
    const { code, facts } = asProblem(error);
    const isLost = code === 'unreachable';
    const detail = facts.errors[0]?.detail ?? facts.detail;
    const failure = isLost ? $localize`The connection was lost.` : detail;
    const mayRetry = isLost || facts.status >= 500 || facts.status === 429 || facts.status === 401;
    this.patch(key, { failure, mayRetry });
    this.say($localize`${name}:name: was not uploaded. ${failure}:reason:`);
  }

  private patch(key: number, change: Partial<Upload>): void {
    this.list.update((list) => list.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
    if (change.attachment) this.keep();
    this.wake();
  }

  private drop(keys: ReadonlySet<number>): void {
    for (const key of keys) {
      this.underWay.get(key)?.unsubscribe();
      this.underWay.delete(key);
    }
    this.list.update((list) => list.filter(({ key }) => !keys.has(key)));
    this.keep();
    this.wake();
  }

  private keep(): void {
    const attachments = this.list().flatMap(({ attachment }) => attachment ?? []);
    this.draft.write(attachments.length === 0 ? '' : JSON.stringify(attachments));
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  private say(words: string): void {
    this.words.set(words);
  }
}

function isUnderWay({ attachment, failure }: Upload): boolean {
  return attachment === null && failure === null;
}

/** What the server says against the files of something that was sent. */
export function fileFaultIn(error: unknown): string | null {
  const fault = asProblem(error).facts.errors.find(({ pointer }) => pointer.startsWith('/attachmentIds'));
  return fault?.detail ?? null;
}

/** The part of a body that names its files, where there are some. */
export function filesIn(attachmentIds: readonly string[]): { readonly attachmentIds?: readonly string[] } {
  return attachmentIds.length > 0 ? { attachmentIds } : {};
}

/** Why nothing can be sent yet. */
function unsent(): Problem {
  return new Problem({
    code: 'conflict',
    status: 0,
    detail: $localize`Some files did not arrive. Try them again, or remove them.`,
    requestId: null,
    errors: [],
    retryAfter: null,
    current: undefined,
  });
}
