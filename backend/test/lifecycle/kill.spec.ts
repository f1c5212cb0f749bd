import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import { App, freePort } from './installation.js';
import { Witness } from './witness.js';

const CYCLES = Number(process.env.PROOF_CYCLES ?? 4);
const READY_LIMIT_MS = 5_000;
const WRITES_BEFORE_KILL = 50;

/** The promise is for a machine of its own; where others want its processors too, a second holds only a share of one. */
function readyLimit(): number {
  return READY_LIMIT_MS * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
}

let folder: DataFolder;
let app: App | null;

beforeEach(async () => {
  folder = await DataFolder.make();
  app = null;
});

afterEach(async () => {
  await app?.program.kill('SIGKILL');
  await folder.remove();
});

async function killEverything(running: App): Promise<void> {
  expect(await folder.killServer()).toBeGreaterThan(1);
  await running.program.kill('SIGKILL');
}

describe('A SIGKILL', () => {
  it('in the middle of writes loses nothing acknowledged and leaves nothing half-done (R01)', async () => {
    const witness = new Witness();
    app = await App.start(folder);
    let lastNumber = 0;
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      await app.signIn();
      const before = witness.writes;
      witness.begin(app);
      while (witness.writes - before < WRITES_BEFORE_KILL) await pause(10);
      await pause(Math.random() * 300);
      if (cycle % 2 === 0) await app.program.kill('SIGKILL');
      else await killEverything(app);
      await witness.end();

      const begun = performance.now();
      app = await App.start(folder);
      expect(performance.now() - begun).toBeLessThan(readyLimit());
      await app.signIn();
      const found = await witness.faults(app, lastNumber);
      expect(found.faults).toEqual([]);
      lastNumber = found.lastNumber;
    }
  });

  it('during the very first start or its migrations leaves an installation that starts (R02)', async () => {
    const begun = performance.now();
    app = await App.start(folder);
    const firstStart = performance.now() - begun;
    await app.program.kill('SIGTERM');
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      await folder.remove();
      folder = await DataFolder.make();
      app = new App(folder, await freePort());
      await pause(firstStart * (0.1 + (0.9 * (cycle + Math.random())) / CYCLES));
      if (cycle % 2 === 1) await folder.killServer();
      await app.program.kill('SIGKILL');
      app = await App.start(folder);
      await app.signIn();
      expect((await app.call('POST', '/tickets', { subject: 'It works', description: 'Yes.' })).status).toBe(201);
      await app.program.kill('SIGTERM');
    }
  });
});
