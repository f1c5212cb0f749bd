import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { HOST } from './connection.js';

/** Below the ranges from which systems lend ports to outgoing connections, so that the port is free again tomorrow. */
const LOWEST = 15_000;
const HIGHEST = 32_000;
const TRIES = 100;

export async function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen({ port, host: HOST, exclusive: true }, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

export async function findFreePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port between ${String(LOWEST)} and ${String(HIGHEST)}.`);
}
