import { describe, expect, it } from '@jest/globals';
import { layOut } from '../../src/mail/content/layout/lay-out.js';
import type { Block, Letter } from '../../src/mail/content/layout/letter.js';
import { renderMarkdown } from '../../src/mail/content/layout/markdown.js';

const letterOf = (...blocks: Block[]): Letter => ({
  language: 'en',
  organisation: 'Harbour & Sons',
  subject: '[#1042] Printer on floor 3 jams',
  preview: 'Liam replied',
  blocks,
  footer: [
    { text: 'You get this because it is your ticket.', link: { label: 'Stop', url: 'https://it.example/stop' } },
  ],
});

/** Without the styles, which every element has. */
const plain = (html: string): string => html.replaceAll(/ style="[^"]*"/g, '');

describe('the layout of mails', () => {
  it('gives the same in both forms', () => {
    const { text, html } = layOut(
      letterOf(
        { kind: 'heading', above: '#1042 · Printer', text: 'Liam replied' },
        { kind: 'paragraph', text: 'He needs your answer.' },
        { kind: 'said', head: 'Liam, today', markdown: 'Which **tray**?\n\n- upper\n- lower', foot: 'Attached: a.png' },
        { kind: 'facts', facts: [{ label: 'Status', value: 'Waiting for you' }] },
        { kind: 'button', label: 'Answer', url: 'https://it.example/tickets/1' },
      ),
    );
    expect(text).toBe(
      [
        ...['#1042 · Printer', '', 'Liam replied', '', 'He needs your answer.', '', 'Liam, today:', ''],
        ...[
          '> Which **tray**?',
          '>',
          '> - upper',
          '> - lower',
          '',
          'Attached: a.png',
          '',
          'Status: Waiting for you',
          '',
        ],
        ...['Answer:', 'https://it.example/tickets/1', '', '-- ', 'Harbour & Sons'],
        ...['You get this because it is your ticket. Stop: https://it.example/stop', ''],
      ].join('\n'),
    );
    for (const words of [
      'Harbour &amp; Sons',
      'Liam replied</h1>',
      'He needs your answer.',
      '<strong>tray</strong>',
      'a.png',
    ])
      expect(html).toContain(words);
    expect(html).toContain('href="https://it.example/tickets/1"');
  });

  it('fetches nothing from anywhere', () => {
    const said: Block = {
      kind: 'said',
      head: 'x',
      markdown: '![pixel](https://evil.example/p.gif)\n\n<img src="https://evil.example/q.gif">',
    };
    const { html } = layOut(letterOf(said));
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object|video|svg)\b|url\(|@import|\ssrc(?:set)?="/i);
    expect(html).toContain('href="https://evil.example/p.gif"');
  });

  it('shows as words whatever is in one line', () => {
    const hostile = "\"><script>alert(1)</script>\r\nBcc: x@evil.example\u202e<b onclick='x'>";
    const { subject, html, text } = layOut({
      ...letterOf(
        { kind: 'heading', above: hostile, text: hostile },
        { kind: 'paragraph', text: hostile },
        { kind: 'facts', facts: [{ label: 'x', value: hostile }] },
        { kind: 'said', head: hostile, markdown: 'x', foot: hostile },
      ),
      ...{ subject: hostile, organisation: hostile, preview: hostile },
      footer: [{ text: hostile }],
    });
    expect(subject).toBe("\"><script>alert(1)</script> Bcc: x@evil.example <b onclick='x'>");
    expect(html).not.toMatch(/<script|<b |\u202e/);
    expect(html.match(/&lt;script&gt;/g)).toHaveLength(10);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it('is in both colour schemes and names its language', () => {
    const { html } = layOut(letterOf());
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('<html lang="en">');
  });
});

describe('Markdown in mails', () => {
  it.each([
    ['<b>x</b> & "y"', '<p>&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;</p>\n'],
    ['one\ntwo', '<p>one<br>\ntwo</p>\n'],
    ['# Title\n\n###### Small', '<h3>Title</h3>\n<h3>Small</h3>\n'],
    [
      '[bank.example](https://evil.example/x)',
      '<p><a href="https://evil.example/x">bank.example</a> <span class="place">(evil.example)</span></p>\n',
    ],
    ['https://ok.example/a?b=1', '<p><a href="https://ok.example/a?b=1">https://ok.example/a?b=1</a></p>\n'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>\n'],
    [
      '![a picture](https://ok.example/p.png)',
      '<p><a href="https://ok.example/p.png">a picture</a> <span class="place">(ok.example)</span></p>\n',
    ],
    ['```html\n<b>\n```', '<pre>&lt;b&gt;\n</pre>'],
  ])('shows %j', (text, html) => {
    expect(plain(renderMarkdown(text))).toBe(html);
  });

  it('leads to no address that hides where it is behind a name', () => {
    expect(renderMarkdown('[x](https://bank.example:443@evil.example/)')).not.toContain('@evil.example/"');
  });

  it('keeps the columns of a table where they were put', () => {
    const html = renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(plain(html)).toContain('<div><table>');
    expect(html).toMatch(/<td style="[^"]*;text-align:right">2<\/td>/);
  });

  it.each([
    ['quotes', '>'.repeat(200)],
    ['lists', Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['marks', '*'.repeat(60)],
  ])('loses no word in %s that are nested deeper than it can show', (_, deep) => {
    const text = `${deep} the last words`;
    expect(renderMarkdown(text)).toContain('the last words');
  });
});
