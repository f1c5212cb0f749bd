import type { Random } from '../../demo/random.js';
import { ONCE } from './vocabulary.js';
import { WordModel } from './word-model.js';

/** What is written in one ticket. */
export interface TicketTexts {
  /** The category by its name; one of the installation's own. */
  readonly topic: string;
  readonly subject: string;
  readonly description: string;
  readonly comments: readonly [string, string, string];
}

/** A source of texts, one ticket after the other. */
export interface Texts {
  next(): TicketTexts;
}

/** Texts out of the word model. */
export class ModelTexts implements Texts {
  private readonly model: WordModel;

  constructor(private readonly random: Random) {
    this.model = new WordModel(random);
  }

  next(): TicketTexts {
    const { model, random } = this;
    const topic = model.topic();
    const comment = (): string => model.sentences(topic, random.mostlyNear(6, 80));
    return {
      topic,
      subject: model.subject(topic),
      description: model.sentences(topic, random.mostlyNear(12, 160)),
      comments: [comment(), comment(), comment()],
    };
  }
}

/** Given texts, over and over; comments are pieces of the same text, so that words meet as they do in it. */
export class GivenTexts implements Texts {
  private at = 0;

  constructor(
    private readonly texts: readonly string[],
    private readonly topics: readonly string[],
    private readonly random: Random,
  ) {}

  next(): TicketTexts {
    const text = this.texts[this.at % this.texts.length] ?? '';
    this.at += 1;
    const words = text.split(/\s+/);
    const piece = (from: number, count: number): string => words.slice(from, from + count).join(' ') || text;
    return {
      topic: this.random.pick(this.topics),
      subject: piece(0, 8).slice(0, 150).padEnd(3, '.'),
      description: text.slice(0, 20_000),
      comments: [piece(0, 30).slice(0, 20_000), piece(10, 25).slice(0, 20_000), piece(20, 40).slice(0, 20_000)],
    };
  }
}

/** Adds the word that stands in one ticket only. */
export function withOnceWord(texts: TicketTexts): TicketTexts {
  return { ...texts, description: `${texts.description.slice(0, 19_900)} There is a ${ONCE} beside it.` };
}
