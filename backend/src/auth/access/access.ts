import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Permission, Role, UnconfirmedMay } from '@deskhand/shared';
import type { Request } from 'express';
import type { Origin } from '../../platform/unit-of-work.js';

/** The signed-in person of a request. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** What is left to an employee who has not confirmed the address; nothing where it is confirmed. */
  readonly unconfirmedMay?: UnconfirmedMay | null;
  readonly sessionId: string;
  readonly requestId: string;
}

/** What a handler says of its access. */
export type Access = 'public' | Permission;

export const ACCESS = 'access';

/** Anybody may call it, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, 'public' satisfies Access);

/** Only people whose role may ever do this; the row decides the rest. */
export const Requires = (permission: Permission): MethodDecorator => SetMetadata(ACCESS, permission satisfies Access);

/** The signed-in person; only for handlers that are not `@Public()`. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<Request & { user: Actor }>().user;
});

/** Under whose name a change by this person is recorded. */
export function originOf(actor: Actor): Origin {
  return { actorId: actor.id, requestId: actor.requestId };
}
