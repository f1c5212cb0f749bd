import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const REPOSITORY = join(import.meta.dirname, '../../..');
const CRUISER = join(REPOSITORY, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const CONFIG = join(REPOSITORY, '.dependency-cruiser.mjs');

/** Rule, importing file, import: each breaks the rule named before it and no other. */
const VIOLATIONS: readonly (readonly [string, string, string])[] = [
  ['shared-imports-nothing', 'shared/src/statuses.ts', 'node:fs'],
  ['backend-and-frontend-meet-in-shared', 'backend/src/tickets/a.ts', '../../../frontend/src/app/platform/notices.js'],
  ['backend-and-frontend-meet-in-shared', 'frontend/src/app/tickets/b.ts', '../../../../backend/src/platform/clock'],
  ['shared-is-entered-by-its-door', 'backend/src/tickets/c.ts', '../../../shared/src/roles.js'],
  ['server-platform-knows-no-feature', 'backend/src/platform/d.ts', '../tickets/tickets.service.js'],
  ['only-the-module-names-the-leaves', 'backend/src/tickets/e.ts', '../mail/mail.service.js'],
  ['only-the-module-names-the-leaves', 'backend/src/activity/f.ts', '../reports/reports.service.js'],
  ['leaves-do-not-know-each-other', 'backend/src/mail/g.ts', '../reports/reports.service.js'],
  ['nobody-knows-what-is-off-the-image', 'backend/src/app.setup.ts', './demo/plan.js'],
  ['nobody-knows-what-is-off-the-image', 'backend/src/server.ts', './bench/tables.js'],
  ['nobody-knows-what-is-off-the-image', 'backend/src/mail/mail.module.ts', './mailbox/pages.js'],
  ['features-do-not-know-the-app', 'backend/src/tickets/h.ts', '../app.setup.js'],
  ['client-features-meet-by-route', 'frontend/src/app/tickets/i.ts', '../users/user-api'],
  ['client-platform-knows-no-screen', 'frontend/src/app/platform/j.ts', '../ui/status-chip'],
  ['client-features-do-not-know-the-shell', 'frontend/src/app/tickets/k.ts', '../app'],
  ['no-cycles', 'backend/src/tickets/ring-one.ts', './ring-two.js'],
  ['no-barrels', 'backend/src/tickets/l.ts', '../users/index.js'],
  ['no-rooms-without-a-name', 'backend/src/tickets/m.ts', './ticket.utils.js'],
  ['sources-do-not-know-their-tests', 'backend/src/tickets/n.ts', '../../test/builders.js'],
  ['sources-need-no-development-package', 'backend/src/tickets/o.ts', 'tool'],
  ['packages-are-declared', 'backend/src/tickets/p.ts', 'undeclared'],
];

/** What the rules allow, so that they are not merely strict. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['backend/src/tickets/tickets.service.ts', '@deskhand/shared'],
  ['backend/src/users/user.entity.ts', '../platform/clock.js'],
  ['backend/src/demo.ts', './demo/plan.js'],
  ['backend/src/bench/making.ts', '../demo/plan.js'],
  ['backend/src/bench/copying.ts', 'tool'],
  ['backend/src/bench/filling.ts', '../reports/reports.service.js'],
  ['backend/src/app.module.ts', './mail/mail.service.js'],
  ['backend/src/mail/mail.service.ts', '../tickets/tickets.service.js'],
  ['backend/src/tickets/tickets.service.spec.ts', 'tool'],
  ['frontend/src/app/tickets/ticket-list.ts', '../ui/status-chip'],
  ['frontend/src/app/app.ts', './platform/notices'],
  ['frontend/src/app/users/user-api.ts', '@deskhand/shared'],
];

const FILES: Record<string, string> = {
  'package.json': '{ "workspaces": ["shared", "backend", "frontend"], "devDependencies": { "tool": "1" } }',
  'backend/package.json': '{ "name": "backend", "dependencies": { "@deskhand/shared": "1" } }',
  'frontend/package.json': '{ "name": "frontend", "dependencies": { "@deskhand/shared": "1" } }',
  'shared/package.json': '{ "name": "@deskhand/shared", "exports": "./dist/index.js" }',
  'shared/dist/index.js': 'export const roles = 1;',
  'shared/src/roles.ts': 'export const roles = 1;',
  'node_modules/tool/package.json': '{ "name": "tool", "main": "main.js" }',
  'node_modules/tool/main.js': '',
  'node_modules/undeclared/package.json': '{ "name": "undeclared", "main": "main.js" }',
  'node_modules/undeclared/main.js': '',
  'backend/src/tickets/ticket.entity.ts':
    "import { type User } from '../users/author.entity.js'; export class Ticket { of!: User }",
  'backend/src/users/author.entity.ts':
    "import { Ticket } from '../tickets/ticket.entity.js'; export class User { has!: Ticket }",
  'backend/src/tickets/ring-two.ts': "import './ring-one.js';",
  'backend/src/tickets/ticket.utils.ts': '',
  'backend/src/platform/clock.ts': '',
  'backend/src/reports/reports.service.ts': '',
  'backend/src/demo/plan.ts': '',
  'backend/src/bench/tables.ts': '',
  'backend/src/mail/mailbox/pages.ts': '',
  'backend/src/users/index.ts': '',
  'backend/test/builders.ts': '',
  'frontend/src/app/platform/notices.ts': '',
  'frontend/src/app/ui/status-chip.ts': '',
};

interface Cruise {
  readonly summary: { readonly violations: readonly { rule: { name: string }; from: string }[] };
}

async function plant(root: string): Promise<void> {
  const imports = [...VIOLATIONS.map(([, file, target]) => [file, target] as const), ...ALLOWED];
  const files = { ...FILES, ...Object.fromEntries(imports.map(([file, target]) => [file, `import '${target}';`])) };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  await mkdir(join(root, 'node_modules/@deskhand'));
  await symlink('../../shared', join(root, 'node_modules/@deskhand/shared'));
}

async function cruise(root: string): Promise<Cruise> {
  const args = [CRUISER, 'shared/src', 'backend', 'frontend', '--config', CONFIG, '--output-type', 'json'];
  const { stdout } = await promisify(execFile)('node', args, { cwd: root, maxBuffer: 1e7 });
  return JSON.parse(stdout) as Cruise;
}

describe('The import rules', () => {
  let root: string;
  let caught: string[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'import-rules-'));
    await plant(root);
    const { summary } = await cruise(root);
    caught = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  }, 60_000);

  afterAll(() => rm(root, { recursive: true }));

  it.each(VIOLATIONS)('catch a violation of %s in %s, which imports %s', (rule, file) => {
    expect(caught).toContain(`${rule}: ${file}`);
  });

  it('catch nothing else', () => {
    const planted = VIOLATIONS.map(([rule, file]) => `${rule}: ${file}`);
    expect(caught.filter((violation) => !planted.includes(violation))).toEqual([]);
  });

  it('are each broken by a planted import', async () => {
    const { default: config } = (await import(CONFIG)) as { default: { forbidden: { name: string }[] } };
    const planted = new Set(VIOLATIONS.map(([rule]) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });
});
