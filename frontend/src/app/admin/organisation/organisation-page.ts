import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { Organisation } from '../../platform/organisation';
import { Failure } from '../../ui/failure';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { type Settings, SETTINGS_URL } from '../settings/settings-api';
import { LogoField } from './logo-field';
import { OrganisationForm } from './organisation-form';

/** Who runs this place, and how to reach them. */
@Component({
  selector: 'dh-organisation-page',
  imports: [Failure, LogoField, OrganisationForm, PageHeader, Skeleton],
  template: `
    <dh-page-header heading="Organisation" i18n-heading lead="Everybody sees this, also before signing in." i18n-lead />
    @if (settings.error(); as error) {
      <dh-failure [error]="error" (retry)="settings.reload()" />
    } @else if (settings.hasValue()) {
      <dh-organisation-form [settings]="settings.value()" (saved)="take($event)" />
      <dh-logo-field [logoUrl]="settings.value().logoUrl" (changed)="settings.reload(); show()" />
    } @else {
      <dh-skeleton [rows]="5" [height]="56" />
    }
  `,
})
export class OrganisationPage {
  private readonly organisation = inject(Organisation);
  protected readonly settings = httpResource<Settings>(() => SETTINGS_URL);

  protected take(settings: Settings): void {
    this.settings.set(settings);
    this.show();
  }

  /** The name and the logo stand in the bar above. */
  protected show(): void {
    void this.organisation.load();
  }
}
