import type { DomainEvent } from '../platform/unit-of-work.js';

/** Settings whose content is a number or one of a few words; of the others, which people write, the trail holds the names. */
const SHORT: ReadonlySet<string> = new Set([
  ...['registration', 'language', 'timeZone', 'closingDays', 'binDays', 'sessionDays', 'sessionIdleDays'],
  ...['attachmentMegabytes', 'attachmentsPerComment', 'trailHeadsDaily', 'unconfirmedMay'],
]);

type Settings = Readonly<Record<string, unknown>>;

/** @param values what short ones were and are, if there are any among the fields */
export const settingsChanged = (
  installationId: string,
  fields: readonly string[],
  values: { readonly from: Settings; readonly to: Settings } = { from: {}, to: {} },
): DomainEvent => {
  const short = fields.filter((field) => SHORT.has(field));
  const told = (settings: Settings): Settings => Object.fromEntries(short.map((field) => [field, settings[field]]));
  return {
    kind: 'settings.changed',
    subject: { type: 'installation', id: installationId },
    public: false,
    payload: { fields, ...(short.length > 0 ? { from: told(values.from), to: told(values.to) } : {}) },
  };
};
