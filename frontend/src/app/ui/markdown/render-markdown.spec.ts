import { DomSanitizer } from '@angular/platform-browser';
import { SecurityContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { XSS_CORPUS } from '../../../testing/xss-corpus';
import { renderMarkdown } from './render-markdown';

const ORIGIN = 'https://desk.example';
/** What may stand in a rendered text, and nothing beside it. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'em', 'strong', 's', 'code', 'blockquote', 'ul', 'li']
      .concat(['table', 'thead', 'tbody', 'tr'])
      .map((name) => [name, []]),
  ),
  a: ['href', 'rel', 'target'],
  ol: ['start'],
  pre: ['tabindex'],
  div: ['class', 'tabindex'],
  span: ['class'],
  th: ['align'],
  td: ['align'],
};

function render(text: string, ...names: string[]): string {
  return renderMarkdown(text, names, ORIGIN).trim();
}

function rendered(text: string, ...names: string[]): HTMLElement {
  const element = document.createElement('div');
  element.innerHTML = render(text, ...names);
  return element;
}

function foreignIn(root: HTMLElement): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const allowed = ELEMENTS[element.localName];
    if (!allowed) return [element.outerHTML];
    return element.getAttributeNames().filter((name) => !allowed.includes(name));
  });
}

function link(text: string): string | undefined {
  return rendered(text).querySelector('a')?.outerHTML;
}

describe('a hostile text', () => {
  it.each(XSS_CORPUS.map((text) => [text]))('makes nothing but formatted text: %j', (text) => {
    const root = rendered(text);
    expect(foreignIn(root)).toEqual([]);
    for (const { href } of root.querySelectorAll('a')) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/);
  });

  it('makes nothing else together with the others', () => {
    expect(foreignIn(rendered(XSS_CORPUS.join('\n\n')))).toEqual([]);
    expect(foreignIn(rendered(XSS_CORPUS.join('\n')))).toEqual([]);
    expect(foreignIn(rendered(XSS_CORPUS.join(' ')))).toEqual([]);
  });

  it.each(XSS_CORPUS.map((text) => [text]))('is not better as a name: %j', (name) => {
    expect(foreignIn(rendered(`Ask @${name} about it.`, name))).toEqual([]);
  });

  it('leaves the sanitizer nothing to take away', () => {
    const sanitizer = TestBed.inject(DomSanitizer);
    const root = document.createElement('div');
    for (const text of [...XSS_CORPUS, '|a|b|\n|:-|-:|\n|1|2|', '3. a\n4. b\n\n```js\nx\n```\n@Liam']) {
      const html = renderMarkdown(text, ['Liam'], ORIGIN);
      root.innerHTML = html;
      const before = root.innerHTML;
      root.innerHTML = sanitizer.sanitize(SecurityContext.HTML, html) ?? '';
      expect(root.innerHTML).toBe(before);
    }
  });
});

describe('a link', () => {
  it('opens elsewhere and takes nothing with it', () => {
    expect(link('https://ok.example/a?b=1&c.')).toBe(
      '<a href="https://ok.example/a?b=1&amp;c" rel="noopener noreferrer nofollow" target="_blank">https://ok.example/a?b=1&amp;c</a>',
    );
  });

  it('stays in this window where it leads to the app itself', () => {
    expect(link(`[#1042](${ORIGIN}/tickets/x)`)).toBe(
      `<a href="${ORIGIN}/tickets/x" rel="noopener noreferrer nofollow">#1042</a>`,
    );
  });

  it.each([
    ['[the form](https://evil.example/x)', 'the form (evil.example)'],
    ['[https://bank.example](https://evil.example)', 'https://bank.example (evil.example)'],
    ['[https://bank.example](https://bank.example.evil.example)', 'https://bank.example (bank.example.evil.example)'],
    ['https://\u0430pple.example', 'https://\u0430pple.example (xn--pple-43d.example)'],
    ['[Write to us](mailto:a@ok.example)', 'Write to us (a@ok.example)'],
    ['[](https://ok.example)', 'ok.example'],
    ['https://ok.example/a', 'https://ok.example/a'],
    ['[ok.example/a](https://ok.example/a)', 'ok.example/a'],
    ['<https://ok.example>', 'https://ok.example'],
    ['a@ok.example', 'a@ok.example'],
  ])('says where it leads unless its text does: %s', (text, shown) => {
    expect(rendered(text).textContent.trim()).toBe(shown);
  });

  it.each(['[x](/tickets)', '[x](#top)', '[x](//ok.example)', '[x](ftp://ok.example)', '[x](https://a:b@ok.example)'])(
    'is text where it leads to no place of the web: %s',
    (text) => {
      expect(rendered(text).querySelector('a')?.textContent).not.toBe('x');
      expect(rendered(text).textContent).toContain('[x](');
    },
  );

  it('takes the place of a picture, also of one in a link', () => {
    expect(rendered('![a plan](https://ok.example/a.png)').innerHTML).toContain('>a plan</a>');
    const nested = rendered('[![a plan](https://ok.example/a.png)](https://ok.example)');
    expect(nested.querySelectorAll('a')).toHaveLength(1);
    expect(nested.querySelector('a')?.textContent).toBe('a plan');
    expect(nested.querySelector('a')?.getAttribute('href')).toBe('https://ok.example/');
  });
});

describe('a text', () => {
  it('keeps its lines', () => {
    expect(render('one\ntwo')).toBe('<p>one<br>\ntwo</p>');
  });

  it.each([
    ['**b** _i_ ~~s~~ `c`', '<p><strong>b</strong> <em>i</em> <s>s</s> <code>c</code></p>'],
    ['<b>x</b> &amp; &lt;', '<p>&lt;b&gt;x&lt;/b&gt; &amp; &lt;</p>'],
    ['setup.py on www.ok.example', '<p>setup.py on www.ok.example</p>'],
    ['- [x] done', '<ul>\n<li>[x] done</li>\n</ul>'],
    ['```js\na < b\n```', '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
  ])('%s', (text, html) => {
    expect(render(text)).toBe(html);
  });

  it('has headings that follow on those of the page without a gap', () => {
    const text = '### A\n### B\n# C\n## D\n### E\n#### F\n##### G\n# H';
    const headings = [...rendered(text).children].map(({ localName, textContent }) => localName + textContent);
    expect(headings).toEqual(['h3A', 'h3B', 'h3C', 'h4D', 'h5E', 'h6F', 'h6G', 'h3H']);
    expect(render('#')).toBe('<p>#</p>');
  });

  it('aligns the columns of its tables', () => {
    const cells = [...rendered('|a|b|\n|-|-:|\n|1|2|').querySelectorAll('td')];
    expect(cells.map((cell) => cell.getAttribute('align'))).toEqual([null, 'right']);
  });
});

describe('a mention', () => {
  const NAMES = ['Liam', 'Liam Novak', 'A_b_c (IT)', 'Anne-Marie', 'Jürgen'];
  const found = (text: string): string[] =>
    [...rendered(text, ...NAMES).querySelectorAll('.mention')].map(({ textContent }) => textContent);

  it.each([
    ['@Liam Novak, and @Liam.', ['@Liam Novak', '@Liam']],
    ['**@A_b_c (IT)** (@Jürgen) @Anne-Marie', ['@A_b_c (IT)', '@Jürgen', '@Anne-Marie']],
    ['[ask @Liam](https://ok.example)', ['@Liam']],
    ['@liam, as the server takes it, whatever the case', ['@liam']],
    ['`@Liam` liam@Liam @Liams @Nobody', []],
    ['```\n@Liam\n```', []],
  ])('stands out: %s', (text, mentions) => {
    expect(found(text)).toEqual(mentions);
  });
});

describe('a text of 20,000 characters', () => {
  const full = (part: string): string => part.repeat(20_000).slice(0, 20_000);
  /**
   * Milliseconds of the processor for a text, the least of up to three looks: some ten or a few, and only a machine that
   * has others to serve shows more. What grows with the square of a text is slow in each look.
   */
  function renderedBest(text: string): { took: number; html: string } {
    let took = Infinity;
    let html = '';
    for (let look = 0; look < 3 && took >= 500; look += 1) {
      const begun = process.cpuUsage();
      // The names differ, for what was rendered is kept.
      html = renderMarkdown(text, ['Liam Novak', `Nobody ${look}`], ORIGIN);
      const { user, system } = process.cpuUsage(begun);
      took = Math.min(took, (user + system) / 1000);
    }
    return { took, html };
  }
  const parts = [
    '>',
    '> ',
    '[',
    '![',
    '*',
    '*a ',
    'a*',
    '***a**',
    '_(',
    '~~a',
    '`',
    '``a` ',
    '- ',
    '1. ',
    '<',
    '&#x6a;',
  ]
    .concat([
      '](',
      '[a](',
      '[](<',
      '[a](b "',
      '[a]: x\n',
      '|',
      '|a|b|\n|-|-|\n',
      'http://',
      'https://a.b/(',
      'a@b.',
      '@',
    ])
    .concat(['\\', '#', '\n', '\t', 'a', '\u0301', '"', '@Liam Nova', '**_~~[`']);
  const nested = ['_('.repeat(5000) + ')_'.repeat(5000), `${'**a _b '.repeat(1400)}${'_ **'.repeat(1400)}`];
  const wide = [`${full('|a').slice(0, 6600)}\n${full('|-').slice(0, 6600)}\n${full('|\n').slice(0, 6700)}`];
  const lists = [Array.from({ length: 190 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')];

  it.each([...parts.map(full), ...nested, ...wide, ...lists].map((text) => [text.slice(0, 16), text]))(
    'is rendered at once and in bounds: %j',
    (_, text) => {
      const { took, html } = renderedBest(text);
      expect(took).toBeLessThan(1000);
      expect(html.split(/<[a-z]/).length).toBeLessThan(2502);
    },
  );

  it('is rendered once', () => {
    const text = full('| a ');
    const read = jest.spyOn(RegExp.prototype, 'exec');
    const html = renderMarkdown(text, [], ORIGIN);
    expect(read).toHaveBeenCalled();
    read.mockClear();
    expect(renderMarkdown(text, [], ORIGIN)).toBe(html);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });

  it('loses no word where it is nested deep', () => {
    const quoted = rendered(`${'>'.repeat(200)} hello\n\nafter`);
    expect(quoted.textContent).toContain('hello');
    expect(quoted.lastElementChild?.outerHTML).toBe('<p>after</p>');
    expect(quoted.querySelectorAll('blockquote').length).toBeLessThan(20);
    const marked = rendered('**a _b '.repeat(200) + 'c_ d** '.repeat(200));
    expect(marked.textContent.match(/c/g)).toHaveLength(200);
  });
});
