import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  Validate,
} from 'class-validator';
import { IsBucketAddress } from '../files/bucket-address.js';
import { IsMailServer } from './mail-server.js';
import { ProxiesToTrust } from './proxies-to-trust.js';

const toInteger = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));
const toBoolean = Transform(({ value }: { value: unknown }) =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value,
);

const WHOLE_URL = { require_tld: false, require_protocol: true };
const SECRET_LENGTH = 32;

/**
 * The settings of the deployment, from the environment; each secret and URL also from the file that `NAME_FILE` names.
 * `.env.example` lists the same names. What an admin may change while the app runs is not here.
 */
export class Settings {
  /** `production` is strict, `test` allows cheap password hashes, anything else is the safe single-host mode. */
  @IsIn(['production', 'development', 'test'], { message: 'NODE_ENV must be production, development or test' })
  NODE_ENV: 'production' | 'development' | 'test' = 'development';

  /** TCP port of API and client. 0 takes a free one. */
  @toInteger
  @IsInt({ message: 'PORT must be a whole number from 0 to 65535' })
  @Min(0, { message: 'PORT must be a whole number from 0 to 65535' })
  @Max(65_535, { message: 'PORT must be a whole number from 0 to 65535' })
  PORT = 3000;

  /** The address to listen on; `0.0.0.0` for every network card. */
  @IsString()
  HOST = '127.0.0.1';

  /** Folder of the embedded database, the secrets and what people attach; made if missing. */
  @IsString()
  DATA_DIR = '.data';

  /** A PostgreSQL from version 15 on; without it the embedded server runs. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/\S+$/, {
    message: 'DATABASE_URL must look like postgres://user:password@host:5432/name',
  })
  DATABASE_URL?: string;

  /** An S3-compatible bucket for what people attach; without it that is kept in `DATA_DIR`. */
  @IsOptional()
  @Validate(IsBucketAddress)
  ATTACHMENTS_URL?: string;

  /** Where people reach the app, such as `https://tickets.example.org`; links in mails and the origin check use it. */
  @IsOptional()
  @IsUrl(
    { ...WHOLE_URL, protocols: ['http', 'https'] },
    { message: 'PUBLIC_URL must look like https://tickets.example.org' },
  )
  PUBLIC_URL?: string;

  /** Lets a public name other than localhost be served without TLS. */
  @toBoolean
  @IsBoolean({ message: 'ALLOW_HTTP must be true or false' })
  ALLOW_HTTP = false;

  /** Which proxies' forwarding headers are believed, in the words of Express: a count, addresses, or `loopback`. */
  @IsOptional()
  @Validate(ProxiesToTrust)
  TRUST_PROXY?: string;

  /** Signs the access tokens. Outside production one is made and kept in `DATA_DIR`. */
  @IsOptional()
  @MinLength(SECRET_LENGTH, { message: `JWT_SECRET must have at least ${SECRET_LENGTH} characters` })
  JWT_SECRET?: string;

  /** The token of the one-time setup link, for unattended installs; else one is made at random and printed. */
  @IsOptional()
  @MinLength(SECRET_LENGTH, { message: `SETUP_TOKEN must have at least ${SECRET_LENGTH} characters` })
  SETUP_TOKEN?: string;

  /** The mail server that everything is sent by; without it mail is kept, or shown in the mailbox of development. */
  @IsOptional()
  @Validate(IsMailServer)
  MAIL_URL?: string;

  /** Whom mails come from, such as `IT help <helpdesk@example.org>`. */
  @IsOptional()
  @IsEmail(
    { allow_display_name: true, require_tld: false },
    { message: 'MAIL_FROM must look like IT help <helpdesk@example.org>' },
  )
  MAIL_FROM?: string;

  /** What happens to a ticket within so many seconds becomes one mail. */
  @toInteger
  @IsInt({ message: 'MAIL_GATHERING must be a whole number from 0 to 3600' })
  @Min(0, { message: 'MAIL_GATHERING must be a whole number from 0 to 3600' })
  @Max(3600, { message: 'MAIL_GATHERING must be a whole number from 0 to 3600' })
  MAIL_GATHERING = 120;

  /** Cost of a password's hash: the work doubles with each step. At least 12, except in tests. */
  @toInteger
  @IsInt({ message: 'BCRYPT_COST must be a whole number from 12 to 20' })
  @Min(4, { message: 'BCRYPT_COST must be a whole number from 12 to 20' })
  @Max(20, { message: 'BCRYPT_COST must be a whole number from 12 to 20' })
  BCRYPT_COST = 12;

  /** Requests a minute for each session, or each address when signed out. */
  @toInteger
  @IsInt({ message: 'RATE_LIMIT must be a whole number from 1 on' })
  @Min(1, { message: 'RATE_LIMIT must be a whole number from 1 on' })
  RATE_LIMIT = 1200;

  /** How much the log tells. */
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    message: 'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent',
  })
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent' = 'info';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** The address that people use, without a slash at the end. */
  get publicUrl(): string {
    return (this.PUBLIC_URL ?? `http://localhost:${this.PORT}`).replace(/\/+$/, '');
  }

  /** Cookies are `Secure` whenever people come by https. */
  get isHttps(): boolean {
    return this.publicUrl.startsWith('https:');
  }

  get mailFrom(): string {
    return this.MAIL_FROM ?? 'Deskhand <deskhand@localhost>';
  }

  /** Where mails go: to the mail server, into the mailbox of development, or nowhere yet. */
  get mailRoute(): 'server' | 'mailbox' | 'none' {
    if (this.MAIL_URL) return 'server';
    return this.NODE_ENV === 'development' ? 'mailbox' : 'none';
  }

  /** The origins from which our own pages send requests. Without `PUBLIC_URL` only this machine's own names count. */
  get ownOrigins(): readonly string[] {
    if (this.PUBLIC_URL) return [new URL(this.PUBLIC_URL).origin];
    return ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`http://${host}:${this.PORT}`).origin);
  }
}

/** The settings that may also be given as the path of a file, in `NAME_FILE`. */
export const FILE_SETTINGS = [
  'ATTACHMENTS_URL',
  'DATABASE_URL',
  'JWT_SECRET',
  'MAIL_URL',
  'PUBLIC_URL',
  'SETUP_TOKEN',
] as const;

/** Every name that the environment may set. */
export const SETTING_NAMES = [
  'NODE_ENV',
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'ATTACHMENTS_URL',
  'PUBLIC_URL',
  'ALLOW_HTTP',
  'TRUST_PROXY',
  'JWT_SECRET',
  'SETUP_TOKEN',
  'MAIL_URL',
  'MAIL_FROM',
  'MAIL_GATHERING',
  'BCRYPT_COST',
  'RATE_LIMIT',
  'LOG_LEVEL',
] as const satisfies readonly (keyof Settings)[];
