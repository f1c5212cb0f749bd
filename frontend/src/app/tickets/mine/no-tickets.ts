import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';

/** Why there is nothing to see, or null where there is something. */
export type Emptiness = 'nothing-yet' | 'nothing-watched' | 'nothing-open' | 'nothing-done' | 'page' | null;

/** An empty list says why, and offers the next step. */
@Component({
  selector: 'dh-no-tickets',
  imports: [EmptyState, MatButton, RouterLink],
  templateUrl: './no-tickets.html',
})
export class NoTickets {
  readonly reason = input.required<Emptiness>();
}
