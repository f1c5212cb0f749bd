import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { interpolate, readCompose } from './compose-file.js';

/** Whether owners can be given here; else a stand-in writes down who would be given what. */
export const CAN_GIVE_AWAY = process.getuid?.() === 0;

/** Runs the program of the compose file's service `secrets` in a folder of its own, as often as it is asked to. */
export class SecretsService {
  private constructor(
    readonly folder: string,
    readonly programs: string,
  ) {}

  static async make(): Promise<SecretsService> {
    const [folder, programs] = await Promise.all(
      ['secrets', 'programs'].map((name) => mkdtemp(join(tmpdir(), `deskhand-${name}-`))),
    );
    await chmod(folder!, 0o755);
    const service = new SecretsService(folder!, programs!);
    if (!CAN_GIVE_AWAY) await service.plant('chown', `echo "$@" >> ${join(programs!, 'chown.log')}`);
    return service;
  }

  /** A program that is found before the real one of that name. */
  async plant(name: string, script: string): Promise<void> {
    await writeFile(join(this.programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }

  /** @throws if it ends with another code than 0 */
  async run(): Promise<void> {
    const { entrypoint = [], command = [] } = readCompose().services.secrets;
    const [program = '', ...args] = [...entrypoint, ...command].map((word) => interpolate(word));
    const env = { ...process.env, PATH: [this.programs, process.env.PATH].join(delimiter) };
    await promisify(execFile)(program, args, { cwd: this.folder, env });
  }

  async read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  /** Who would have been given the files, in the words of chown. */
  async givenAway(): Promise<string[]> {
    return (await readFile(join(this.programs, 'chown.log'), 'utf8')).trim().split('\n');
  }
}
