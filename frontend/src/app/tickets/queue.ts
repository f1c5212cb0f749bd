import { Component } from '@angular/core';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'dh-queue',
  imports: [PageHeader],
  template: `<dh-page-header heading="Queue" i18n-heading />`,
})
export class Queue {}
