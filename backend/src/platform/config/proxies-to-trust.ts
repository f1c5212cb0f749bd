import { isIP } from 'node:net';
import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

const NAMED = ['loopback', 'linklocal', 'uniquelocal'];

/** A count of proxies, or their addresses, networks and names, comma-separated, as Express takes them. */
@ValidatorConstraint({ name: 'proxiesToTrust' })
export class ProxiesToTrust implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'string') return false;
    return /^\d{1,2}$/.test(value) || value.split(',').every((part) => isProxy(part.trim()));
  }

  defaultMessage(): string {
    return 'TRUST_PROXY must be a count such as 1, or addresses such as loopback or 10.0.0.0/8';
  }
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
  return NAMED.includes(text) || (family !== 0 && isNetwork && more.length === 0);
}
