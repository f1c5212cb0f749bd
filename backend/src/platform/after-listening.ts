import { Injectable } from '@nestjs/common';

/** Begins something; what it says is for whoever started the process. */
export type Beginning = (say: (message: string) => void) => Promise<void>;

/** What features begin once the process listens: nobody waits for it at the start. */
@Injectable()
export class AfterListening {
  private readonly beginnings: Beginning[] = [];

  add(beginning: Beginning): void {
    this.beginnings.push(beginning);
  }

  async begin(say: (message: string) => void): Promise<void> {
    for (const beginning of this.beginnings) await beginning(say);
  }
}
