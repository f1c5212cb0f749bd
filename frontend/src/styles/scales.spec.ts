import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a component's styles may say: sizes of the type scale (12, 14, 16, 20, 24, 32), room in steps of 4, and no colour of their own. */
const TYPE_SCALE = new Set(['0.75rem', '0.875rem', '1rem', '1.25rem', '1.5rem', '2rem']);
/** Hairlines, and what the eye sets right. */
const FINE = new Set([0, 1, 2]);
/** Where tokens are made. */
const PALETTE = /^styles\/_(palette|theme)\.scss$/;

const SOURCES = join(import.meta.dirname, '..');

interface Declaration {
  readonly where: string;
  readonly property: string;
  readonly value: string;
}

/** Every declaration of the style sheets and of the styles that stand in components. */
function declarations(): Declaration[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => /\.(scss|ts)$/.test(file) && !file.endsWith('.spec.ts') && !PALETTE.test(file))
    .flatMap((file) => declarationsIn(file, readFileSync(join(SOURCES, file), 'utf8')));
}

function declarationsIn(file: string, text: string): Declaration[] {
  const styles = file.endsWith('.ts') ? (/styles: `([^`]*)`/.exec(text)?.[1] ?? '') : text;
  const plain = styles.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  return [...plain.matchAll(/(?:^|[{;])\s*([\w-]+)\s*:\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
    ...{ where: `${file}: ${property}: ${value.replace(/\s+/g, ' ')}`, property },
    value: value.trim(),
  }));
}

const faults = (isFault: (declaration: Declaration) => boolean): string[] =>
  declarations()
    .filter(isFault)
    .map(({ where }) => where);

function isOffTheTypeScale({ property, value }: Declaration): boolean {
  if (property === 'font') return !/^(inherit|var\(--mat-sys-[\w-]+\))$/.test(value);
  if (property !== 'font-size' || value === 'inherit' || value === '0') return false;
  // Letters that are painted, in the measure of their picture.
  if (/^calc\(var\(--dh-[\w-]+-size/.test(value)) return false;
  // Between two sizes of the scale, by the width of the page.
  const [, from, to] = /^clamp\(([^,]+),[^,]+,\s*([^,)]+)\)$/.exec(value) ?? [];
  return ![from ?? value, to ?? value].every((size) => TYPE_SCALE.has(size.trim()));
}

function isOffTheSpacingScale({ property, value }: Declaration): boolean {
  if (!/^(padding|margin|gap|row-gap|column-gap)(-|$)/.test(property)) return false;
  return [...value.matchAll(/(-?[\d.]+)([a-z]+)/g)].some(
    ([, size, unit]) => unit === 'px' && Number(size) % 4 !== 0 && !FINE.has(Math.abs(Number(size))),
  );
}

const COLOUR =
  /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|(?<![\w-])(white|black|gray|grey|silver|red|green|blue|yellow|orange|purple|pink|brown|teal)(?![\w-])/i;

describe('the styles', () => {
  it('take every colour from the theme', () => {
    expect(faults(({ value }) => COLOUR.test(value.replace(/var\([^)]*\)|url\([^)]*\)|"[^"]*"|'[^']*'/g, '')))).toEqual(
      [],
    );
  });

  it('set every text in a size of the one scale', () => {
    expect(faults(isOffTheTypeScale)).toEqual([]);
  });

  it('leave room in steps of four pixels', () => {
    expect(faults(isOffTheSpacingScale)).toEqual([]);
  });
});

describe('the law of styles', () => {
  const told = (text: string): boolean[] =>
    declarationsIn('a.scss', text).map(
      (each) => isOffTheTypeScale(each) || isOffTheSpacingScale(each) || COLOUR.test(each.value),
    );

  it.each([
    ['a { color: #fff; }', true],
    ['a { background: rgb(0 0 0 / 40%); }', true],
    ['a { border: 1px solid black; }', true],
    ['a { white-space: nowrap; }', false],
    ['a { font: 650 11px / 18px Inter; }', true],
    ['a { font: var(--mat-sys-body-small); }', false],
    ['a { font-size: 0.8125rem; }', true],
    ['a { font-size: clamp(1.5rem, 1rem + 2.4vw, 2rem); }', false],
    ['a { padding: 4px 10px; }', true],
    ['a { margin-inline-start: -12px; }', false],
    ['a { gap: 2px 8px; }', false],
  ])('finds in “%s” a fault: %s', (text, isFault) => {
    expect(told(text)).toEqual([isFault]);
  });
});
