import type { Readable } from 'node:stream';
import { simpleParser } from 'mailparser';

/** Older ones make room. */
const MOST = 500;

export interface KeptMail {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly subject: string;
  readonly text: string;
  /** Empty where it has no such form. */
  readonly html: string;
  readonly source: string;
}

/** What came in, the newest first. */
export class KeptMails {
  private kept: KeptMail[] = [];
  private last = 0;

  get all(): readonly KeptMail[] {
    return this.kept;
  }

  find(number: number): KeptMail | undefined {
    return this.kept.find((mail) => mail.number === number);
  }

  async take(stream: Readable, to: readonly string[]): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const source = Buffer.concat(chunks);
    const { subject = '', text = '', html, from, date } = await simpleParser(source, { skipTextToHtml: true });
    this.last += 1;
    const mail = {
      ...{ number: this.last, to: to.join(', '), from: from?.text ?? '', at: date ?? new Date(0), subject, text },
      html: html === false || html === undefined ? '' : html,
      source: source.toString(),
    };
    this.kept = [mail, ...this.kept].slice(0, MOST);
  }
}
