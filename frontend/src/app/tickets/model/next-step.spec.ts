import { describe, expect, it } from '@jest/globals';
import { phaseOf, STATUS_CODES, turnOf } from '@deskhand/shared';
import { nextStepFor } from './next-step';

describe('what happens next', () => {
  const open = STATUS_CODES.filter((status) => phaseOf(status) !== 'done');

  it('never asks the requester for something while it is the turn of staff', () => {
    for (const lastReplyBy of ['requester', 'staff', null] as const) {
      const asked = open.filter((status) => nextStepFor({ status, assignee: null }).yours);
      expect(asked.map((status) => turnOf(status, lastReplyBy))).toEqual(asked.map(() => 'requester'));
    }
  });

  it('asks him whatever waits for him, and to confirm what is solved', () => {
    const asked = STATUS_CODES.filter((status) => nextStepFor({ status, assignee: null }).yours);
    expect(asked).toEqual(['waiting_requester', 'resolved']);
  });
});
