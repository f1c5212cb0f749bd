import { roleMay } from './permissions.js';
import type { ActorFacts } from './ticket-rules.js';

/** What the rules need to know of a saved view. Views are for staff; a view stays shared when its owner is gone. */
export interface ViewFacts {
  readonly ownerId: string;
  readonly shared: boolean;
}

/** A private view exists for its owner alone. */
export function maySeeView(actor: ActorFacts, view: ViewFacts): boolean {
  return roleMay(actor.role, 'view.keep') && (view.shared || view.ownerId === actor.id);
}

/** Renaming, sharing, other filters, deleting: the owner, and admins where it is shared. */
export function mayChangeView(actor: ActorFacts, view: ViewFacts): boolean {
  if (!maySeeView(actor, view)) return false;
  return view.ownerId === actor.id || roleMay(actor.role, 'view.change-shared');
}
