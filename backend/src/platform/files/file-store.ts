import type { Readable } from 'node:stream';

/** Where files are kept, each under an id. */
export abstract class FileStore {
  /** Keeps it whole or not at all: it is there once this is done, also after a loss of power. */
  abstract write(id: string, content: Readable): Promise<void>;

  /** @throws FileMissing */
  abstract read(id: string): Promise<Readable>;

  /** With whatever a broken-off `write` left of it; what is not there is no fault. */
  abstract remove(id: string): Promise<void>;
}

export class FileMissing extends Error {
  constructor(id: string) {
    super(`the file ${id} is not where it was kept`);
    this.name = 'FileMissing';
  }
}
