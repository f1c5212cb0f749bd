import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

/** A mail server and how to get into it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on; else by STARTTLS, where the server offers it. */
  readonly secure: boolean;
  /** Sends nothing where STARTTLS is not offered: a password must not travel unprotected. */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly tls: { readonly rejectUnauthorized: boolean };
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/**
 * Reads `smtp://USER:PASSWORD@host[:port]` or `smtps://…`, with `?verify=false` for a certificate that nobody vouches for.
 * Signs that an address cannot hold are percent-encoded in user and password (`@` is `%40`, `/` is `%2F`).
 *
 * @returns undefined where it is no such address
 */
export function readMailServer(text: string): MailServer | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, hostname, port, pathname, searchParams, hash } = new URL(text);
  const usualPort = PORTS[protocol];
  const verify = searchParams.get('verify') ?? 'true';
  const isKnown = [...searchParams.keys()].every((name) => name === 'verify') && /^(true|false)$/.test(verify);
  if (usualPort === undefined || !hostname || !/^\/?$/.test(pathname) || hash || !isKnown) return undefined;
  if ((username === '') !== (password === '')) return undefined;
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'smtps:';
  try {
    const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    return {
      ...{ host, secure, port: port === '' ? usualPort : Number(port) },
      requireTLS: !secure && username !== '' && !LOCAL.test(host),
      ...(username === '' ? {} : { auth }),
      tls: { rejectUnauthorized: verify === 'true' },
    };
  } catch {
    return undefined;
  }
}

@ValidatorConstraint({ name: 'isMailServer' })
export class IsMailServer implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && readMailServer(value) !== undefined;
  }

  defaultMessage(): string {
    return 'MAIL_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465';
  }
}
