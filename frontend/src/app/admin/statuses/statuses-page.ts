import { Component } from '@angular/core';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'dh-statuses-page',
  imports: [PageHeader],
  template: '<dh-page-header heading="Statuses" i18n-heading />',
})
export class StatusesPage {}
