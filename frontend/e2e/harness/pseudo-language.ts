import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** The client with its texts as they were marked, made by `nx run frontend:untranslated`. */
const UNTRANSLATED = resolve(import.meta.dirname, '../../.angular/untranslated');

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * From now on this browser shows the client in a language that nobody speaks: every marked text is accented and 40 % longer
 * than English, dates and numbers are Greek. What can still be read was not marked for translation.
 */
export async function speakPseudo(context: BrowserContext): Promise<void> {
  if (!existsSync(join(UNTRANSLATED, 'index.html'))) throw new Error('Run "nx run frontend:untranslated" first.');
  await context.addInitScript(translateByAccents);
  await context.route(
    (url) => !url.pathname.startsWith('/api/'),
    (route) => {
      const { pathname } = new URL(route.request().url());
      const file = extname(pathname) ? join(UNTRANSLATED, pathname) : join(UNTRANSLATED, 'index.html');
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'text/plain' });
    },
  );
}

/** Runs in the browser before the client does, and takes the place of its translations. */
function translateByAccents(): void {
  const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const accented = 'áƀçđéƒğĥíĵķĺɱñóƥɋŕšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĹṀÑÓƤɊŔŠŦÚṼŴẊÝŽ';
  const accent = (text: string): string =>
    text.replace(/[A-Za-z]/g, (letter) => accented[plain.indexOf(letter)] ?? letter);
  const lengthen = (text: string, by: number): string => {
    const more = 'ɱóŕé '
      .repeat(Math.ceil(by / 5))
      .slice(0, by)
      .trim();
    return by < 1 ? text : text.replace(/(\s*)$/, ` ${more}$1`);
  };
  const longer = (text: string): string =>
    /[A-Za-z]/.test(text) ? lengthen(accent(text), Math.ceil(text.length * 0.4)) : text;
  // Only the branches of a plural are read by people; what stands in braces within them is a placeholder.
  const plural = (text: string): string =>
    text.replace(/(\w+\s*)\{((?:[^{}]|\{[A-Z0-9_]+\})*)\}/g, (_, name: string, branch: string) => {
      const words = branch.split(/(\{[A-Z0-9_]+\})/).map((part, nth) => (nth % 2 === 1 ? part : accent(part)));
      return `${name}{${lengthen(words.join(''), Math.ceil(branch.length * 0.4))}}`;
    });
  const pseudo = (part: string): string => {
    const text = part.replace(/^:[^:]*:/, '');
    return text.startsWith('{VAR_') ? plural(text) : longer(text);
  };
  const translate = (parts: readonly string[], values: readonly unknown[]): [readonly string[], readonly unknown[]] => {
    const texts = parts.map(pseudo);
    // The raw texts tell where a part begins with the name of a placeholder: here none does any more.
    return [
      Object.assign(texts, { raw: texts.map(() => '-') }),
      values.map((value) => (typeof value === 'string' ? accent(value) : value)),
    ];
  };
  let localize: object | undefined;
  Object.defineProperty(globalThis, '$localize', {
    configurable: true,
    get: () => localize,
    set: (value: object) => {
      Object.defineProperty(value, 'locale', { get: () => 'el', set: () => undefined, configurable: true });
      localize = Object.assign(value, { translate });
    },
  });
}
