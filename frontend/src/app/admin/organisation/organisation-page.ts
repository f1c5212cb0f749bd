import { Component } from '@angular/core';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'dh-organisation-page',
  imports: [PageHeader],
  template: '<dh-page-header heading="Organisation" i18n-heading />',
})
export class OrganisationPage {}
