import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** Longest time from what happened to its mail. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** A mail server that keeps what it gets in a folder, where each worker of the tests can read it. */
export interface MailServer {
  readonly url: string;
  readonly folder: string;
  stop(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-mailbox-'));
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, callback) => {
      void keep(stream, join(folder, `${String(count++).padStart(6, '0')}.eml`)).then(() => callback(), callback);
    },
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    folder,
    stop: async () => {
      await new Promise<void>((closed) => {
        server.close(closed);
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Under its name only once it is whole. */
async function keep(stream: AsyncIterable<unknown>, path: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  await writeFile(`${path}.part`, Buffer.concat(chunks));
  await rename(`${path}.part`, path);
}

/** What arrived at the mail server so far. */
export class Mailbox {
  constructor(private readonly folder: string) {}

  /** The first mail to that address whose subject fits, as soon as it is there. */
  mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
    return this.await(address, (mail) => subject.test(mail.subject ?? ''));
  }

  /** The first mail to that address whose text fits, as soon as it is there. */
  mailSaying(address: string, words: RegExp): Promise<ParsedMail> {
    return this.await(address, (mail) => words.test(mail.text ?? ''));
  }

  /** Everything that has arrived, in the order in which it did. */
  async all(): Promise<ParsedMail[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).sort();
    return Promise.all(names.map(async (name) => simpleParser(await readFile(join(this.folder, name)))));
  }

  private async await(address: string, isMeant: (mail: ParsedMail) => boolean): Promise<ParsedMail> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const mails = await this.mailsTo(address);
      const found = mails.find(isMeant);
      if (found) return found;
      const subjects = mails.map((mail) => mail.subject).join(' | ');
      if (Date.now() > deadline) throw new Error(`The mail did not come to ${address}, only: ${subjects}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  private async mailsTo(address: string): Promise<ParsedMail[]> {
    const mails = await this.all();
    return mails.filter(({ to }) => [to].flat().some((part) => part?.text.includes(address)));
  }
}

/** The address of a link in a mail, whose path begins so. */
export function linkIn(mail: ParsedMail, path: string): string {
  const links = mail.text?.match(/https?:\/\/[^\s<>]+/g) ?? [];
  const found = links.find((link) => new URL(link).pathname.startsWith(path));
  if (found === undefined) throw new Error(`No link to ${path} is in the mail:\n${mail.text ?? ''}`);
  return found;
}
