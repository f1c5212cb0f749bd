import { parseTemplate, TmplAstRecursiveVisitor, tmplAstVisitAll, type TmplAstDeferredBlock } from '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const APP = join(import.meta.dirname, '..');

class DeferredBlocks extends TmplAstRecursiveVisitor {
  readonly found: TmplAstDeferredBlock[] = [];

  override visitDeferredBlock(block: TmplAstDeferredBlock): void {
    this.found.push(block);
    super.visitDeferredBlock(block);
  }
}

function deferredBlocksIn(file: string): TmplAstDeferredBlock[] {
  const text = readFileSync(join(APP, file), 'utf8');
  const template = file.endsWith('.ts') ? (/template: `([^`]*)`/.exec(text)?.[1] ?? '') : text;
  const { nodes, errors } = parseTemplate(template, file);
  expect(errors).toBeNull();
  const blocks = new DeferredBlocks();
  tmplAstVisitAll(blocks, nodes);
  return blocks.found;
}

describe('Parts of pages that come later', () => {
  const blocks = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html') || (file.endsWith('.ts') && !file.endsWith('.spec.ts')))
    .flatMap((file) => deferredBlocksIn(file).map((block) => ({ file, block })));

  it('say so where they do not come', () => {
    expect(blocks.length).toBeGreaterThan(8);
    expect(blocks.filter(({ block }) => block.error === null).map(({ file }) => file)).toEqual([]);
  });
});
