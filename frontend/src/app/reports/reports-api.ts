import type { components } from '@deskhand/shared/api';

type Schemas = components['schemas'];

export type Overview = Schemas['OverviewReportDto'];
export type Volume = Schemas['VolumeReportDto'];
export type DurationsCourse = Schemas['DurationsReportDto'];
export type OpenNow = Schemas['OpenReportDto'];

/** The last part of the address of each report. */
export type ReportName = 'overview' | 'volume' | 'first-replies' | 'resolutions' | 'open';

export function reportUrl(name: ReportName): string {
  return `/api/v1/reports/${name}`;
}
