import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { Organisation } from '../../platform/organisation';
import { Failure } from '../../ui/failure';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { type Settings, SETTINGS_URL } from '../settings/settings-api';
import { RulesForm } from './rules-form';

/** Who may come in, how long and how much, and what happens by itself. */
@Component({
  selector: 'dh-rules-page',
  imports: [Failure, PageHeader, RulesForm, Skeleton],
  template: `
    <dh-page-header heading="Registration and limits" i18n-heading />
    @if (settings.error(); as error) {
      <dh-failure [error]="error" (retry)="settings.reload()" />
    } @else if (settings.hasValue()) {
      <dh-rules-form [settings]="settings.value()" (saved)="take($event)" />
    } @else {
      <dh-skeleton [rows]="6" [height]="56" />
    }
  `,
})
export class RulesPage {
  private readonly organisation = inject(Organisation);
  protected readonly settings = httpResource<Settings>(() => SETTINGS_URL);

  protected take(settings: Settings): void {
    this.settings.set(settings);
    void this.organisation.load();
  }
}
