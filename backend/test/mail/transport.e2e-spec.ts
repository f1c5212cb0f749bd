import { afterEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { readMailServer } from '../../src/platform/config/mail-server.js';
import { outcomeOf } from '../../src/mail/sending/outcome.js';
import type { Message, Patience } from '../../src/mail/sending/transport.js';
import { aTransport, Postbox, refusal } from './postbox.js';

const PATIENCE: Patience = { connection: 1_000, silence: 1_000, whole: 3_000 };
const MESSAGE: Message = {
  ...{ messageId: '<one@tickets.example.org>', date: new Date(0), to: 'emma@example.org' },
  ...{ subject: 'Hello', text: 'Hello', html: '<p>Hello</p>', headers: {} },
};
/** What a mail provider hands out: its user is an address. */
const USER = 'postmaster@mg.example.org';
const PASSWORD = 'p/ss:w@rd';
const CREDENTIALS = `${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}`;

describe('the way to the mail server', () => {
  let postbox: Postbox;
  afterEach(() => postbox.close());

  /** What comes of sending by that address; `HOST` stands for the postbox. */
  async function sent(address: string): Promise<string> {
    const transport = await aTransport(address.replace('HOST', `localhost:${postbox.port}`), PATIENCE);
    const outcome = await transport.send(MESSAGE).then(
      (answer) => ({ kind: 'delivered', answer }),
      (error: unknown) => outcomeOf(error),
    );
    transport.close();
    return `${outcome.kind}: ${outcome.answer}`;
  }

  const onlyWithPassword: SMTPServerOptions = {
    authOptional: false,
    onAuth: ({ username, password }, _session, done) => {
      if (username === USER && password === PASSWORD) done(null, { user: USER });
      else done(refusal(535, 'Authentication failed'));
    },
  };

  it('is protected by STARTTLS where the server offers it, and refuses a certificate that nobody vouches for', async () => {
    postbox = await Postbox.open({ disabledCommands: ['AUTH'] });
    expect(await sent('smtp://HOST')).toMatch(/^deferred: .*certificate/i);
    expect(await sent('smtp://HOST?verify=false')).toMatch(/^delivered: 250/);
    expect(postbox.received).toHaveLength(1);
  });

  it('is protected from the first byte on with smtps', async () => {
    postbox = await Postbox.open({ secure: true, disabledCommands: ['AUTH'] });
    expect(await sent('smtps://HOST')).toMatch(/^deferred: .*certificate/i);
    expect(await sent('smtps://HOST?verify=false')).toMatch(/^delivered: 250/);
  });

  it('signs in, with a user that is an address, and tries again later where that is refused: it is not the mail’s fault', async () => {
    postbox = await Postbox.open(onlyWithPassword);
    expect(await sent(`smtp://${CREDENTIALS}@HOST?verify=false`)).toMatch(/^delivered: 250/);
    expect(await sent('smtp://mallory:guess@HOST?verify=false')).toMatch(/^deferred: 535/);
    expect(await sent('smtp://HOST?verify=false')).toMatch(/^deferred: 530/);
    expect(postbox.received).toHaveLength(1);
  });

  it('never carries a password without protection to another machine', () => {
    const asked = (url: string): unknown[] => {
      const { requireTLS, secure, port } = readMailServer(url) ?? {};
      return [requireTLS, secure, port];
    };
    expect(asked(`smtp://${CREDENTIALS}@smtp.eu.mailgun.org:587`)).toEqual([true, false, 587]);
    expect(asked(`smtps://${CREDENTIALS}@smtp.eu.mailgun.org`)).toEqual([false, true, 465]);
    expect(asked('smtp://relay.example.org:25')).toEqual([false, false, 25]);
    expect(asked(`smtp://${CREDENTIALS}@[::1]`)).toEqual([false, false, 587]);
    expect(readMailServer(`smtp://${CREDENTIALS}@smtp.eu.mailgun.org`)?.auth).toEqual({ user: USER, pass: PASSWORD });
  });

  it.each([
    'http://host',
    'smtp://',
    'smtp://user@host',
    'smtp://host/path',
    'smtp://host?pool=true',
    'smtp://a:%zz@host',
    'host:25',
  ])('does not take %s for an address', (url) => {
    expect(readMailServer(url)).toBeUndefined();
  });
});
