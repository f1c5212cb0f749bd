import { resolve } from 'node:path';
import { openInstallation } from '../harness/installation';

/** Starts the app on what `npm run bench -- --tickets 100000 --make` has made. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const installation = await openInstallation(resolve(import.meta.dirname, '../../../.bench/100000'));
  process.env.DESKHAND_URL = installation.url;
  return () => installation.stop();
}
