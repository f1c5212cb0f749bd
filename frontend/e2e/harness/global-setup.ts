import { Api } from './api';
import { startInstallation } from './installation';

/** One installation with an admin, for every test that does not need one of its own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const installation = await startInstallation();
  await new Api(installation.url).setUp(installation.setupToken);
  process.env.DESKHAND_URL = installation.url;
  return () => installation.stop();
}
