import { describe, expect, it } from '@jest/globals';
import { isStaffRole, type Permission, PERMISSIONS, permissionsOf, type Role, roleMay, ROLES } from './index.js';

const EVERYBODY: Permission[] = [
  'session.own',
  'profile.own',
  'category.read',
  'status.read',
  'ticket.create',
  'ticket.read',
  'ticket.edit',
  'ticket.change-status',
  'ticket.undo',
  'ticket.watch',
  'ticket.delete',
  'ticket.export',
  'view.read',
  'comment.reply',
  'comment.edit',
  'attachment.own',
];
const STAFF: Permission[] = [
  'ticket.read-all',
  'ticket.file-for-others',
  'ticket.set-urgent',
  'ticket.assign',
  'ticket.change-many',
  'view.keep',
  'snippet.keep',
  'comment.note',
  'people.list',
  'report.read',
];
const ADMIN: Permission[] = [
  'ticket.restore',
  'ticket.import',
  'view.change-shared',
  'snippet.share',
  'comment.redact',
  'people.manage',
  'category.manage',
  'status.manage',
  'settings.manage',
  'trail.read',
  'mail.manage',
];

describe('The permissions', () => {
  it.each<[Role, Permission[]]>([
    ['employee', EVERYBODY],
    ['agent', [...EVERYBODY, ...STAFF]],
    ['admin', [...EVERYBODY, ...STAFF, ...ADMIN]],
  ])('of an %s are those of the table and no other', (role, expected) => {
    expect(permissionsOf(role).sort()).toEqual([...expected].sort());
    expect(PERMISSIONS.filter((permission) => roleMay(role, permission)).sort()).toEqual([...expected].sort());
  });

  it('grow from role to role: whoever is above may do all that those below may', () => {
    const [employee, agent, admin] = ROLES.map(permissionsOf);
    expect(agent).toEqual(expect.arrayContaining(employee!));
    expect(admin).toEqual(expect.arrayContaining(agent!));
  });

  it('of an unknown role are none', () => {
    expect(permissionsOf('owner' as Role)).toEqual([]);
  });

  it('tell staff from employees', () => {
    expect(ROLES.filter(isStaffRole)).toEqual(['agent', 'admin']);
  });
});
