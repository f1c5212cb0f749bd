import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { components } from '@deskhand/shared/api';
import { Organisation } from '../platform/organisation';
import { LinkButton } from '../ui/link-button';
import { Support } from '../ui/support';
import { TicketSketch } from './ticket-sketch';

/** The front page for signed-out visitors: what this is, the two ways in, and what to do while nobody runs the place. */
@Component({
  selector: 'dh-landing',
  imports: [LinkButton, RouterLink, Support, TicketSketch],
  templateUrl: './landing.html',
  styleUrl: './landing.scss',
})
export class Landing {
  protected readonly organisation = inject(Organisation);
  private readonly setup = httpResource<components['schemas']['SetupStateDto']>(() => '/api/v1/setup');

  /** Where the answer does not come the page stands as it is: both ways in say for themselves what is wrong. */
  protected readonly isSetupNeeded = computed(() => this.setup.hasValue() && this.setup.value().needed);
}
