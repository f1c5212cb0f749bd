import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from './permissions.js';
import { unconfirmedMayDo } from './unconfirmed.js';

describe('what may be done before the address is confirmed', () => {
  it('is everything, filing, or the own account alone', () => {
    const left = (may: Parameters<typeof unconfirmedMayDo>[0]): string[] =>
      PERMISSIONS.filter((permission) => unconfirmedMayDo(may, permission));
    expect(left('everything')).toEqual(PERMISSIONS);
    expect(left('file_only').toSorted()).toEqual(
      [
        'session.own',
        'profile.own',
        'ticket.create',
        'ticket.read',
        'attachment.own',
        'category.read',
        'status.read',
      ].toSorted(),
    );
    expect(left('nothing').toSorted()).toEqual(['profile.own', 'session.own']);
  });
});
