import { Random } from '../../demo/random.js';
import { PLAIN, TECHNICAL, TOPICS } from './vocabulary.js';

/** Shares of all words of a text; the rest are words of its topic. */
const PLAIN_SHARE = 0.74;
const TECHNICAL_SHARE = 0.09;
const TAIL_SHARE = 0.07;
/** Different rare words: names, numbers of devices, slips. */
const TAIL_SIZE = 30_000;
/** How flat the most frequent words lie, as Mandelbrot found it in English. */
const SHIFT = 2.7;
const TABLE_SIZE = 1 << 15;
const SENTENCE = { least: 4, most: 15 };

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'v',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const CODAS = ['', 'l', 'm', 'n', 'r', 's', 't', 'x'];

/**
 * Texts in which words come as often as in life: a few everywhere, most of them hardly ever (Zipf), those of a topic
 * only where it is the topic.
 */
export class WordModel {
  readonly topics: readonly string[] = Object.keys(TOPICS);
  private readonly plain = sampleTable(PLAIN);
  private readonly technical = sampleTable(TECHNICAL);
  private readonly byTopic = new Map(Object.entries(TOPICS).map(([name, { words }]) => [name, sampleTable(words)]));
  private readonly topicTable: readonly string[];
  private readonly tail: readonly string[];

  constructor(private readonly random: Random) {
    this.topicTable = Object.entries(TOPICS).flatMap(([name, { share }]) => Array<string>(share).fill(name));
    this.tail = Array.from({ length: TAIL_SIZE }, (_, index) => rareWord(index));
  }

  topic(): string {
    return this.random.pick(this.topicTable);
  }

  /** A line of a few words without a full stop. */
  subject(topic: string): string {
    const text = this.words(topic, this.random.between(3, 8));
    return capitalised(text).slice(0, 150);
  }

  /** Sentences of so many words in all. */
  sentences(topic: string, count: number): string {
    let text = '';
    for (let left = count; left > 0;) {
      const length = Math.min(left, this.random.between(SENTENCE.least, SENTENCE.most));
      text += `${text === '' ? '' : ' '}${capitalised(this.words(topic, length))}.`;
      left -= length;
    }
    return text;
  }

  private words(topic: string, count: number): string {
    const own = this.byTopic.get(topic) ?? this.technical;
    let text = this.word(own);
    for (let index = 1; index < count; index += 1) text += ` ${this.word(own)}`;
    return text;
  }

  private word(topic: readonly string[]): string {
    const kind = this.random.next();
    if (kind < PLAIN_SHARE) return this.random.pick(this.plain);
    if (kind < PLAIN_SHARE + TECHNICAL_SHARE) return this.random.pick(this.technical);
    if (kind >= PLAIN_SHARE + TECHNICAL_SHARE + TAIL_SHARE) return this.random.pick(topic);
    // Ranks that lie evenly on a logarithmic scale are Zipf's law.
    return this.tail[Math.floor(TAIL_SIZE ** this.random.next()) - 1] ?? '';
  }
}

/** A table in which each word stands as often as its rank deserves: picking from it is one step. */
function sampleTable(words: readonly string[]): readonly string[] {
  const weights = words.map((_, rank) => 1 / (rank + 1 + SHIFT));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return words.flatMap((word, rank) =>
    Array<string>(Math.max(1, Math.round(((weights[rank] ?? 0) / all) * TABLE_SIZE))).fill(word),
  );
}

/** Each number gives another word; every third is the label of a device. */
function rareWord(index: number): string {
  const random = new Random(index);
  if (index % 3 === 0) return `${random.pick(['pc', 'nb', 'srv', 'kb'])}${1_000 + index}`;
  const syllable = (): string => random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  return Array.from({ length: random.between(2, 3) }, syllable).join('');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
