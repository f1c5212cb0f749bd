import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

/** An S3-compatible bucket and how to get into it. */
export interface BucketAddress {
  /** With the bucket as the first part of its path, such as `https://s3.example.org/deskhand`. */
  readonly endpoint: string;
  /** What the names of all files begin with: nothing, or a path that ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const PARAMETERS = new Set(['region', 'tls']);

/**
 * Reads `s3://KEY:SECRET@host[:port]/bucket[/prefix][?region=eu-central-1][&tls=false]`. Signs that an address cannot hold
 * are percent-encoded in key and secret (`/` is `%2F`, `+` is `%2B`).
 *
 * @returns undefined where it is no such address
 */
export function readBucketAddress(text: string): BucketAddress | undefined {
  if (!text.startsWith('s3://') || !URL.canParse(text)) return undefined;
  const { username, password, host, pathname, searchParams, hash } = new URL(text);
  const [bucket, ...prefix] = pathname.split('/').filter(Boolean);
  const isTls = searchParams.get('tls') ?? 'true';
  const isKnown = [...searchParams.keys()].every((name) => PARAMETERS.has(name)) && /^(true|false)$/.test(isTls);
  if (!username || !password || !host || !bucket || hash || !isKnown) return undefined;
  try {
    return {
      endpoint: `${isTls === 'true' ? 'https' : 'http'}://${host}/${bucket}`,
      prefix: prefix.map((part) => `${decodeURIComponent(part)}/`).join(''),
      region: searchParams.get('region') ?? 'us-east-1',
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
    };
  } catch {
    return undefined;
  }
}

@ValidatorConstraint({ name: 'isBucketAddress' })
export class IsBucketAddress implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && readBucketAddress(value) !== undefined;
  }

  defaultMessage(): string {
    return 'ATTACHMENTS_URL must look like s3://KEY:SECRET@host/bucket/prefix?region=eu-central-1 (&tls=false without TLS)';
  }
}
