import type { EntityManager } from 'typeorm';
import { InvalidBody, Problem } from '../../platform/problems.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';

/** @throws Problem `registration_closed`, InvalidBody for an address of a domain that is not named */
export async function checkMayRegister(manager: EntityManager, email: string): Promise<void> {
  const { registration, registrationDomains, supportContact } = await readInstallationSettings(manager);
  if (registration === 'open') return;
  if (registration === 'invitation') {
    const whom = supportContact ? `your IT support (${supportContact})` : 'an administrator';
    throw new Problem('registration_closed', `Accounts are made by invitation here. Ask ${whom} for one.`);
  }
  checkAmong(registrationDomains, email);
}

/** Where only some domains may register, nobody comes by another one later. @throws InvalidBody */
export async function checkDomain(manager: EntityManager, email: string): Promise<void> {
  const { registration, registrationDomains } = await readInstallationSettings(manager);
  if (registration === 'domains') checkAmong(registrationDomains, email);
}

function checkAmong(registrationDomains: readonly string[], email: string): void {
  // Only what follows the last @ is the domain, and only as it stands: a subdomain is another one.
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (!registrationDomains.includes(domain)) {
    const detail = `Use your address at ${inWords(registrationDomains)}.`;
    throw new InvalidBody({ pointer: '/email', code: 'foreign_domain', detail });
  }
}

function inWords(domains: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(domains);
}
