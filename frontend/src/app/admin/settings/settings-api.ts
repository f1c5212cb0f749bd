import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { components } from '@deskhand/shared/api';
import { firstValueFrom } from 'rxjs';

export type Settings = components['schemas']['SettingsDto'];
export type SettingsChange = components['schemas']['UpdateSettingsDto'];

export const SETTINGS_URL = '/api/v1/settings';

/** What an admin changes of the whole installation. */
@Service()
export class SettingsApi {
  private readonly http = inject(HttpClient);

  change(change: SettingsChange): Promise<Settings> {
    return firstValueFrom(this.http.patch<Settings>(SETTINGS_URL, change));
  }

  replaceLogo(picture: Blob): Promise<Settings> {
    const headers = { 'Content-Type': picture.type || 'image/*' };
    return firstValueFrom(this.http.put<Settings>(`${SETTINGS_URL}/logo`, picture, { headers }));
  }

  async removeLogo(): Promise<void> {
    await firstValueFrom(this.http.delete(`${SETTINGS_URL}/logo`));
  }
}
