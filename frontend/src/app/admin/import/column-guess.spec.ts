import { describe, expect, it } from '@jest/globals';
import { guessFields } from './column-guess';

describe('guessing what columns are', () => {
  it.each([
    [
      ['Document', 'Topic_group'],
      ['description', 'category'],
    ],
    [
      ['Title', 'Body', 'State', 'Created at', 'Size'],
      ['subject', 'description', 'status', 'createdAt', null],
    ],
    [
      ['Text', 'Description', 'E-Mail', 'Assigned to'],
      [null, 'description', 'requester', 'assignee'],
    ],
    [
      ['id', 'number', 'subject'],
      ['id', null, 'subject'],
    ],
  ])('of %j takes %j', (columns, fields) => {
    expect(guessFields(columns)).toEqual(fields);
  });
});
