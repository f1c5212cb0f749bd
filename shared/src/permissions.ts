import { type Role, ROLES } from './roles.js';

/**
 * What a role may ever do, before any row is looked at. Whether it may do it to one particular ticket is decided by
 * `ticket-rules.ts`.
 */
const ROLES_BY_PERMISSION = {
  'session.own': ['employee', 'agent', 'admin'],
  'profile.own': ['employee', 'agent', 'admin'],
  'category.read': ['employee', 'agent', 'admin'],
  'status.read': ['employee', 'agent', 'admin'],
  'ticket.create': ['employee', 'agent', 'admin'],
  'ticket.read': ['employee', 'agent', 'admin'],
  'ticket.read-all': ['agent', 'admin'],
  'ticket.file-for-others': ['agent', 'admin'],
  'ticket.set-urgent': ['agent', 'admin'],
  'ticket.edit': ['employee', 'agent', 'admin'],
  'ticket.change-status': ['employee', 'agent', 'admin'],
  'ticket.assign': ['agent', 'admin'],
  'ticket.undo': ['employee', 'agent', 'admin'],
  'ticket.watch': ['employee', 'agent', 'admin'],
  'ticket.change-many': ['agent', 'admin'],
  'ticket.delete': ['employee', 'agent', 'admin'],
  'ticket.restore': ['admin'],
  'ticket.export': ['employee', 'agent', 'admin'],
  'ticket.import': ['admin'],
  'comment.reply': ['employee', 'agent', 'admin'],
  'comment.note': ['agent', 'admin'],
  'comment.edit': ['employee', 'agent', 'admin'],
  'comment.redact': ['admin'],
  'view.read': ['employee', 'agent', 'admin'],
  'view.keep': ['agent', 'admin'],
  'view.change-shared': ['admin'],
  'snippet.keep': ['agent', 'admin'],
  'snippet.share': ['admin'],
  'attachment.own': ['employee', 'agent', 'admin'],
  'people.list': ['agent', 'admin'],
  'people.manage': ['admin'],
  'category.manage': ['admin'],
  'status.manage': ['admin'],
  'settings.manage': ['admin'],
  'report.read': ['agent', 'admin'],
  'trail.read': ['admin'],
  'mail.manage': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof ROLES_BY_PERMISSION;

/** Every permission, in the order of the table above. */
export const PERMISSIONS = Object.keys(ROLES_BY_PERMISSION) as Permission[];

/** Whether this role may ever do it. */
export function roleMay(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = ROLES_BY_PERMISSION[permission];
  return roles.includes(role);
}

/** What each role may do, for showing or hiding parts of the screen. */
export function permissionsOf(role: Role): Permission[] {
  return ROLES.includes(role) ? PERMISSIONS.filter((permission) => roleMay(role, permission)) : [];
}
