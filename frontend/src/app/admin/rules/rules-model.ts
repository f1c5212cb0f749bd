import { applyWhen, max, min, required, type SchemaPath, type SchemaPathTree, validate } from '@angular/forms/signals';
import { SETTING_RANGES } from '@deskhand/shared';
import type { Settings, SettingsChange } from '../settings/settings-api';

type NumberName = keyof typeof SETTING_RANGES;

export type RulesModel = Pick<Settings, 'registration' | 'unconfirmedMay' | 'trailHeadsDaily'> & {
  readonly registrationDomains: string;
} & Readonly<Record<NumberName, number | null>>;

/** The domains stand one in a line while they are edited. */
export function rulesModelOf(settings: Settings): RulesModel {
  const { registration, unconfirmedMay, trailHeadsDaily } = settings;
  const { sessionIdleDays, sessionDays, attachmentMegabytes } = settings;
  const { attachmentsPerComment, closingDays, binDays } = settings;
  return {
    ...{ registration, unconfirmedMay, trailHeadsDaily, sessionIdleDays, sessionDays },
    ...{ attachmentMegabytes, attachmentsPerComment, closingDays, binDays },
    registrationDomains: settings.registrationDomains.join('\n'),
  };
}

export function settingsChangeOf({ registrationDomains, ...others }: Partial<RulesModel>): SettingsChange {
  const change = others as SettingsChange;
  return registrationDomains === undefined
    ? change
    : { ...change, registrationDomains: domainsIn(registrationDomains) };
}

function domainsIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '');
}

export function rulesOfRules(path: SchemaPathTree<RulesModel>): void {
  for (const name of Object.keys(SETTING_RANGES) as NumberName[]) rangeRules(path[name], SETTING_RANGES[name]);
  applyWhen(
    path,
    ({ value }) => value().registration === 'domains',
    (domains) => {
      validate(domains.registrationDomains, ({ value }) =>
        domainsIn(value()).length === 0
          ? { kind: 'needed', message: $localize`Enter at least one domain, or choose who else may register.` }
          : undefined,
      );
    },
  );
  validate(path.sessionIdleDays, ({ value, valueOf }) =>
    (value() ?? 0) > (valueOf(path.sessionDays) ?? 0)
      ? { kind: 'too_long', message: $localize`A session cannot stay unused for longer than it lasts.` }
      : undefined,
  );
}

function rangeRules(path: SchemaPath<number | null>, range: { readonly min: number; readonly max: number }): void {
  const message = $localize`Enter a whole number from ${range.min}:least: to ${range.max}:most:.`;
  required(path, { message });
  min(path, range.min, { message });
  max(path, range.max, { message });
  validate(path, ({ value }) => (Number.isInteger(value() ?? 0) ? undefined : { kind: 'whole', message }));
}
