import type { components } from '@deskhand/shared/api';

export type TrailEntry = components['schemas']['TrailEntryDto'];
export type TrailPageOf = components['schemas']['TrailPageDto'];
export type TrailState = components['schemas']['TrailStateDto'];

export const TRAIL_URL = '/api/v1/activity';
