import { describe, expect, it } from '@jest/globals';
import { isWantedByDefault, MAIL_CHOICES, mailChoicesOf } from './mail-choices.js';

describe('what people may choose to be told by mail', () => {
  it('is for employees what concerns their own tickets and their account', () => {
    const choices = ['ticket_received', 'ticket_replied', 'ticket_status', 'ticket_resolved', 'ticket_closing'];
    expect(mailChoicesOf('employee')).toEqual([...choices, 'new_device']);
  });

  it('is for staff everything', () => {
    expect(mailChoicesOf('agent')).toEqual(MAIL_CHOICES);
    expect(mailChoicesOf('admin')).toEqual(MAIL_CHOICES);
  });

  it('comes without being asked for, but for every new ticket', () => {
    expect(MAIL_CHOICES.filter((choice) => !isWantedByDefault(choice))).toEqual(['ticket_new']);
  });
});
