import { Component } from '@angular/core';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'dh-my-tickets',
  imports: [PageHeader],
  template: `<dh-page-header heading="My tickets" i18n-heading />`,
})
export class MyTickets {}
