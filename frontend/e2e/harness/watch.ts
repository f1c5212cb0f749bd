import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** What the browser itself says of an answer of 4xx that a test brings about on purpose. */
const REFUSAL = /^Failed to load resource: the server responded with a status of (\d{3})/;

/** What it says where no answer came. */
const LOST = /^Failed to load resource: net::ERR_(?:CONNECTION_RESET|CONNECTION_REFUSED|INTERNET_DISCONNECTED)/;

/** Everything that a developer would see in red: errors, exceptions, and what the content security policy refused. */
export class Watch {
  readonly faults: string[] = [];
  private readonly expected = new Set<number>();
  private losesAnswers = false;

  constructor(context: BrowserContext) {
    context.on('console', (message) => this.hear(message));
    context.on('weberror', (error) => this.faults.push(`exception: ${error.error().message}`));
  }

  /** The test brings about answers of this status; the browser's remark on them is no fault. */
  expectRefusal(status: number): void {
    this.expected.add(status);
  }

  /** The test loses answers on their way. */
  expectLostAnswers(): void {
    this.losesAnswers = true;
  }

  private hear(message: ConsoleMessage): void {
    const text = message.text();
    if (message.type() !== 'error' && !text.includes('Content Security Policy')) return;
    if (this.losesAnswers && LOST.test(text)) return;
    const status = Number(REFUSAL.exec(text)?.[1]);
    if (!this.expected.has(status)) this.faults.push(`${message.type()}: ${text} (${message.location().url})`);
  }
}
