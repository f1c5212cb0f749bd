import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { linkTo, type QueueView } from '../../platform/queue-views';
import { EmptyState } from '../../ui/empty-state';

/** Why no row is there: a later page has emptied, filters leave nothing, nobody has filed anything, or the view is empty. */
export type QueueEmptiness = 'page' | 'narrowed' | 'nothing-yet' | 'view';

/** Says why the queue is empty, and offers the next step. */
@Component({
  selector: 'dh-queue-empty',
  imports: [EmptyState, MatButton, RouterLink],
  templateUrl: './queue-empty.html',
})
export class QueueEmpty {
  readonly emptiness = input.required<QueueEmptiness>();
  readonly view = input.required<QueueView>();
  readonly firstPage = output();

  protected readonly link = computed(() => linkTo(this.view()));
}
