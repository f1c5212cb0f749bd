import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/platform/config/read-settings.js';
import { StartupProblem } from '../../src/platform/startup-problem.js';
import { environmentOf, readCompose } from './compose-file.js';
import { CAN_GIVE_AWAY, SecretsService } from './compose-secrets.js';

const READERS = { 'database-password': 999, 'database-url': 1000, 'jwt-secret': 1000 };
const NAMES = Object.keys(READERS);

describe('The service that makes the secrets', () => {
  let service: SecretsService;

  const all = (): Promise<string[]> => Promise.all(NAMES.map((name) => service.read(name)));

  beforeEach(async () => {
    service = await SecretsService.make();
  });
  afterEach(async () => {
    for (const folder of [service.folder, service.programs]) await rm(folder, { recursive: true });
  });

  it('makes each at random and gives it to its one reader', async () => {
    await service.run();
    const [password, url, secret] = await all();
    expect(password).toMatch(/^[0-9a-f]{64}$/);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(secret).not.toBe(password);
    expect(url).toBe(`postgresql://deskhand:${password}@database:5432/deskhand`);
    const files = await Promise.all(NAMES.map((name) => stat(join(service.folder, name))));
    expect(files.map(({ mode }) => (mode & 0o777).toString(8))).toEqual(['400', '400', '400']);
    const given = CAN_GIVE_AWAY ? files.map(({ uid, gid }) => `${uid}:${gid}`) : await givenByName();
    expect(given).toEqual(Object.values(READERS).map((id) => `${id}:${id}`));
  });

  async function givenByName(): Promise<(string | undefined)[]> {
    const given = (await service.givenAway()).map((line) => line.replace('.new', '').split(' ').toReversed());
    return NAMES.map((name) => (Object.fromEntries(given) as Record<string, string>)[name]);
  }

  it('makes them once', async () => {
    await service.run();
    const first = await all();
    await service.run();
    expect(await all()).toEqual(first);
  });

  it('makes the missing one only, also where a start was cut off in the middle', async () => {
    await service.run();
    const [password] = await all();
    await rm(join(service.folder, 'jwt-secret'));
    await service.plant('mv', 'exit 1');
    await expect(service.run()).rejects.toThrow();
    await rm(join(service.programs, 'mv'));
    await service.run();
    expect((await all())[0]).toBe(password);
    expect(await service.read('jwt-secret')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('fails rather than make an empty one', async () => {
    await service.plant('od', 'exit 1');
    await expect(service.run()).rejects.toThrow();
    await expect(service.read('jwt-secret')).rejects.toThrow('ENOENT');
  });

  it('makes what the app starts with in production', async () => {
    await service.run();
    const variables = { PUBLIC_URL: 'https://tickets.example.org', TRUST_PROXY: '1' };
    const given = environmentOf(readCompose().services.app, variables);
    const environment = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace('/run/deskhand', service.folder)]),
    );
    const settings = readSettings({ NODE_ENV: 'production', ...environment }, '/app');
    expect(settings.DATABASE_URL).toBe((await all())[1]);
    expect(settings.publicUrl).toBe('https://tickets.example.org');
    const overHttp = { ...environment, NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:3000' };
    expect(() => readSettings(overHttp, '/app')).toThrow(StartupProblem);
    expect(readSettings({ ...overHttp, ALLOW_HTTP: 'true' }, '/app').isProduction).toBe(true);
  });

  it('is not asked before it is known where people reach the app', () => {
    expect(() => environmentOf(readCompose().services.app, {})).toThrow('Set PUBLIC_URL');
  });
});
