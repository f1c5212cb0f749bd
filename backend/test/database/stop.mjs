import { rm } from 'node:fs/promises';

/** Gives back what the start took. */
export default async function stopTestDatabase() {
  const { dataDir, server } = globalThis.deskhandTestServer;
  await server.release();
  await rm(dataDir, { recursive: true, force: true });
}
