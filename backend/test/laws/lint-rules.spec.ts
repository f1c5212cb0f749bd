import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

const REPOSITORY = join(import.meta.dirname, '../../..');
const ESLINT = join(REPOSITORY, 'node_modules/eslint/bin/eslint.js');

/** One forbidden line after another, each with a piece of the message that must meet it. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ["import { NotFoundException } from '@nestjs/common';", 'one filter turns it into HTTP'],
  ["import { BeforeInsert } from 'typeorm';", 'No entity listeners'],
  ['export const port = process.env;', 'Only platform/config reads the environment'],
  ['export const now = new Date();', 'injected clock'],
  ['export const later = Date.now();', 'injected clock'],
  ['export const kept = (rows: { save: () => number }) => rows.save();', 'lost update'],
  ['export const relation = { eager: true };', 'behind the back'],
  ['export const link = { cascade: [] };', 'behind the back'],
  ['export const source = { synchronize: true };', 'behind the back'],
  ['export const whatever: any = 1;', 'Unexpected any'],
  ['export const many = (a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) => [a, b, c, d, e, f, g];', 'too many parameters'],
  ['/* eslint-disable no-console */', 'has no effect'],
  ['// TODO nothing is left for later', "Unexpected 'todo' comment"],
  [`export function long() {${'\nlong();'.repeat(41)}\n}`, 'too many lines (43)'],
  ['\n'.repeat(200), 'Maximum allowed is 250'],
];

interface Report {
  readonly messages: readonly { readonly message: string }[];
}

/** Lints a text as if it were in that file; a file of TypeScript must exist, so that its types are known. */
async function lint(file: string, source: string): Promise<string> {
  const args = [ESLINT, '--stdin', '--stdin-filename', join(REPOSITORY, file), '--format', 'json'];
  // Else the parser believes the file on the disk.
  const env = { ...process.env, TSESTREE_SINGLE_RUN: 'false' };
  const child = spawn('node', args, { cwd: REPOSITORY, env, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(source);
  const [report] = JSON.parse(await text(child.stdout)) as [Report];
  return report.messages.map(({ message }) => message).join('\n');
}

describe('The lint rules', () => {
  let messages: string;

  beforeAll(async () => {
    messages = await lint('backend/src/users/user.entity.ts', FORBIDDEN.map(([line]) => line).join('\n'));
  }, 120_000);

  it.each(FORBIDDEN)('meet %j', (_line, message) => {
    expect(messages).toContain(message);
  });

  it('catch a skipped test, and a hook that other files would have too', async () => {
    const source =
      "import { beforeEach, it } from '@jest/globals';\nit.skip('is forgotten', () => undefined);\nbeforeEach(() => undefined);\n";
    const said = await lint('backend/test/laws/lint-rules.spec.ts', source);
    expect(said).toContain('A test runs or is deleted');
    expect(said).toContain('Put it into a describe');
  }, 120_000);

  it('catch a template that is too long, not translated, or out of reach of the keyboard', async () => {
    const template = `<div (click)="open()">Printer</div><img src="printer.png">${'\n'.repeat(121)}`;
    const caught = await lint('frontend/src/app/tickets/any.html', template);
    expect(caught).toContain('Maximum allowed is 120');
    expect(caught).toContain('should have an i18n attribute');
    expect(caught).toContain('click must be accompanied by either keyup, keydown or keypress event');
    expect(caught).toContain('must have a text alternative');
  }, 120_000);
});
