import { type Share, shareOf } from './audience.js';
import type { Batch, LiveEntry } from './entries.js';
import { frameOf, toLiveEvent } from './frames.js';
import type { LiveStream } from './live-stream.js';
import { isAfter, type Place, tokenOf } from './place.js';

/** Tells a batch to its readers: each frame is made once, and those who are told the same get the same bytes. */
export class FanOut {
  private readonly frames = new Map<string, string>();
  private readonly bytes = new Map<string, Buffer>();
  private readonly end: Place | undefined;

  constructor(
    private readonly batch: Batch,
    private readonly installation: string,
  ) {
    this.end = batch.entries.at(-1)?.place;
  }

  /** What lies behind his place, as far as he may see it. */
  tell(stream: LiveStream): void {
    const { entries, tickets } = this.batch;
    const shares = entries.map((entry) =>
      isAfter(entry.place, stream.place) ? shareOf(stream.reader, entry, tickets.get(entry.subject_id)) : null,
    );
    if (this.end && isAfter(this.end, stream.place)) stream.place = this.end;
    if (shares.some((share) => share !== null)) stream.send(this.bytesOf(shares));
  }

  private bytesOf(shares: readonly (Share | null)[]): Buffer {
    const key = shares.map((share) => share ?? '').join();
    const known = this.bytes.get(key);
    if (known) return known;
    const texts = shares.map((share, at) => (share ? this.frameOf(this.batch.entries[at], share) : ''));
    const made = Buffer.from(texts.join(''));
    this.bytes.set(key, made);
    return made;
  }

  private frameOf(entry: LiveEntry | undefined, share: Share): string {
    if (!entry) return '';
    const key = `${share} ${entry.id}`;
    const known = this.frames.get(key);
    if (known !== undefined) return known;
    const event = toLiveEvent(entry, this.batch.tickets.get(entry.subject_id), share);
    const made = frameOf(entry.kind, event, tokenOf(entry.place, this.installation));
    this.frames.set(key, made);
    return made;
  }
}
