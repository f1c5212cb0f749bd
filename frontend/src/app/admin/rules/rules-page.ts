import { Component } from '@angular/core';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'dh-rules-page',
  imports: [PageHeader],
  template: '<dh-page-header heading="Registration and limits" i18n-heading />',
})
export class RulesPage {}
