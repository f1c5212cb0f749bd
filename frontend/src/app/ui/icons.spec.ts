import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ICON_NAMES } from './icons';

const APP = join(import.meta.dirname, '..');
const ICONS_FILE = 'ui/icons.ts';

const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(html|ts)$/.test(path) && !path.endsWith('.spec.ts') && path !== ICONS_FILE)
  .map((path) => readFileSync(join(APP, path), 'utf8'));

// Templates are checked for much, but not for the value of a plain attribute.
describe('the icons', () => {
  const named = sources.flatMap((source) => [...source.matchAll(/svgIcon="([\w-]+)"/g)].map(([, name = '']) => name));

  it('that templates name are there', () => {
    expect(named.filter((name) => !ICON_NAMES.includes(name))).toEqual([]);
  });

  it('that are there are named somewhere', () => {
    const text = sources.join('\n');
    expect(
      ICON_NAMES.filter(
        (name) => !text.includes(`"${name}"`) && !text.includes(`'${name}'`) && !text.includes(`${name}:`),
      ),
    ).toEqual([]);
  });
});
