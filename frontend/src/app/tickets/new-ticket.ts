import { Component } from '@angular/core';
import { PageHeader } from '../ui/page-header';

@Component({
  selector: 'dh-new-ticket',
  imports: [PageHeader],
  template: `<dh-page-header heading="New ticket" i18n-heading />`,
})
export class NewTicket {}
