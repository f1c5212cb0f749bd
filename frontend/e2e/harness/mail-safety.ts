import { type Browser, expect, type Page } from '@playwright/test';
import type { ParsedMail } from 'mailparser';

/** Where nobody is: a mail is shown there as a mail program shows it, with nothing of ours around it. */
const ORIGIN = 'https://mail.example';
/** Whatever runs or fetches is refused, and told of. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** All that a mail of ours is made of. */
const OURS = {
  elements: [
    ...['body', 'div', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'p', 'h1', 'h3', 'a', 'strong', 'em', 's', 'code'],
    ...['pre', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'span'],
  ],
  attributes: [
    ...['class', 'style', 'dir', 'role', 'width', 'cellpadding', 'cellspacing', 'border', 'align', 'href', 'start'],
  ],
};

/** Opens mails one after the other, and fails upon the first that is more than words. */
export class MailReader {
  private readonly faults: string[] = [];
  private html = '';

  private constructor(private readonly page: Page) {}

  static async in(browser: Browser): Promise<MailReader> {
    const page = await browser.newPage();
    const reader = new MailReader(page);
    await page.exposeFunction('reportInMail', (what: string) => reader.faults.push(`policy: ${what}`));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        void (window as unknown as { reportInMail: (what: string) => Promise<void> }).reportInMail(
          `${violatedDirective} ${blockedURI} ${sample}`,
        );
      });
    });
    page.on('dialog', (dialog) => {
      reader.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.route('**/*', (route) => {
      const url = route.request().url();
      if (url !== `${ORIGIN}/`) reader.faults.push(`request: ${url}`);
      const headers = { 'Content-Security-Policy': POLICY };
      return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: reader.html });
    });
    return reader;
  }

  /** @returns what one reads in it */
  async open({ html, subject }: ParsedMail): Promise<string> {
    this.html = typeof html === 'string' ? html : '';
    await this.page.goto(ORIGIN);
    const [found, words] = await this.page.evaluate(foreignIn, OURS);
    expect([...this.faults, ...found], subject).toEqual([]);
    expect(this.page.url(), subject).toBe(`${ORIGIN}/`);
    return words;
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** Runs in the page: what no mail of ours holds, and its words. */
function foreignIn({ elements, attributes }: typeof OURS): [string[], string] {
  const foreign = [document.body, ...document.body.querySelectorAll('*')].flatMap((element) => {
    const isOurs = elements.includes(element.localName);
    const odd = [...element.attributes].filter(
      ({ name, value }) => !attributes.includes(name) || (name === 'href' && !/^(?:https?:\/\/|mailto:)/.test(value)),
    );
    return isOurs && odd.length === 0 ? [] : [element.outerHTML.slice(0, 200)];
  });
  return [foreign, document.body.innerText];
}
