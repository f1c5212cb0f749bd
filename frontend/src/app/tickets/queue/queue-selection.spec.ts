import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aTicketSummary } from '../../../testing/tickets';
import { QueueSelection } from './queue-selection';

const ROWS = ['a', 'b', 'c', 'd', 'e'].map((id, index) => aTicketSummary({ id, number: index + 1 }));

let selection: QueueSelection;

function selected(): string {
  return selection
    .tickets()
    .map(({ id }) => id)
    .join('');
}

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [QueueSelection] });
  selection = TestBed.inject(QueueSelection);
  selection.page.set('first');
  selection.offered.set(ROWS);
});

describe('the selection of the queue', () => {
  it('takes a row and gives it back', () => {
    selection.toggle('b');
    expect([selected(), selection.isSome(), selection.isAll()]).toEqual(['b', true, false]);
    selection.toggle('b');
    expect(selected()).toBe('');
  });

  it('reaches from the last row to the next, upwards too, and gives a range back', () => {
    selection.toggle('d');
    selection.toggleTo('b');
    expect(selected()).toBe('bcd');
    selection.toggleTo('c');
    expect(selected()).toBe('d');
  });

  it('has all rows of the page and no more', () => {
    selection.selectAll();
    expect([selected(), selection.isAll(), selection.isSome()]).toEqual(['abcde', true, false]);
  });

  it('begins anew on another page, and forgets what left this one', () => {
    selection.selectAll();
    selection.offered.set(ROWS.slice(3));
    expect(selected()).toBe('de');
    selection.page.set('second');
    expect(selected()).toBe('');
  });
});
