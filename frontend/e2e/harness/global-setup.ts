import { Api } from './api';
import { startInstallation } from './installation';
import { startMailServer } from './mailbox';

/** One installation with an admin, and a mail server for it, for every test that does not need one of its own. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const mail = await startMailServer();
  const installation = await startInstallation({
    MAIL_URL: mail.url,
    MAIL_FROM: 'Deskhand <it@example.org>',
    MAIL_GATHERING: '1',
  });
  await new Api(installation.url).setUp(installation.setupToken);
  process.env.DESKHAND_URL = installation.url;
  process.env.DESKHAND_MAILBOX = mail.folder;
  return async () => {
    await installation.stop();
    await mail.stop();
  };
}
