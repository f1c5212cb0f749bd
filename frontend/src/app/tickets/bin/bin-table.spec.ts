import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aTicketSummary } from '../../../testing/tickets';
import { BinTable } from './bin-table';

describe('the table of the bin', () => {
  it('keeps the row of a ticket that somebody else restored meanwhile, and offers nothing for it', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const fixture = TestBed.createComponent(BinTable);
    const deleted = aTicketSummary({ id: 'a', number: 1, deletedAt: '2026-11-20T09:00:00.000Z' });
    const restored = aTicketSummary({ id: 'b', number: 2, deletedAt: null });
    fixture.componentRef.setInput('tickets', [deleted, restored]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const [first, second] = page.querySelectorAll('tbody tr');
    expect(first?.querySelectorAll('button')).toHaveLength(2);
    expect(second?.querySelectorAll('button')).toHaveLength(0);
    expect(second?.textContent).toContain('Restored');
  });
});
