import { Component } from '@angular/core';
import { PageHeader } from '../../ui/page-header';

@Component({
  selector: 'dh-categories-page',
  imports: [PageHeader],
  template: '<dh-page-header heading="Categories" i18n-heading />',
})
export class CategoriesPage {}
