import { Component } from '@angular/core';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'dh-ticket-page',
  imports: [PageHeader],
  template: `<dh-page-header heading="Ticket" i18n-heading />`,
})
export class TicketPage {}
