import type { components } from '@deskhand/shared/api';
import type { OrganisationFacts } from '../app/platform/organisation';

export function someSettings(
  facts: Partial<components['schemas']['SettingsDto']> = {},
): components['schemas']['SettingsDto'] {
  return {
    ...{ organisationName: 'Harbour & Sons', supportHours: null, supportContact: null },
    ...{
      registration: 'open',
      registrationDomains: [],
      unconfirmedMay: 'everything',
      sessionIdleDays: 14,
      sessionDays: 90,
    },
    ...{ attachmentMegabytes: 10, attachmentsPerComment: 10, closingDays: 7, binDays: 30, trailHeadsDaily: false },
    ...{ language: 'en', timeZone: 'UTC', logoUrl: null, updatedAt: null },
    ...facts,
  };
}

export function anOrganisation(facts: Partial<OrganisationFacts> = {}): OrganisationFacts {
  return {
    ...{ name: 'Harbour & Sons', supportHours: null, supportContact: null, logoUrl: null },
    ...{ registration: 'open', registrationDomains: [], attachmentMegabytes: 10, attachmentsPerComment: 10 },
    ...{ closingDays: 7, language: 'en', timeZone: 'UTC', sendsMail: true },
    ...facts,
  };
}
