import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { STATUSES, type StatusCode } from '@deskhand/shared';
import { describe, expect, it } from '@jest/globals';
import { StatusChip } from './status-chip';

@Component({
  selector: 'dh-host',
  imports: [StatusChip],
  template: `<dh-status-chip [status]="status()" [reader]="reader()" />`,
})
class Host {
  readonly status = signal<StatusCode>('submitted');
  readonly reader = signal<'requester' | 'staff'>('requester');
}

async function draw(status: StatusCode, reader: 'requester' | 'staff' = 'requester'): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(Host);
  fixture.componentInstance.status.set(status);
  fixture.componentInstance.reader.set(reader);
  await fixture.whenStable();
  const chip = (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('dh-status-chip');
  if (!chip) throw new Error('no chip');
  return chip;
}

describe('the status chip', () => {
  it.each(STATUSES)('says "$label" and draws the phase $phase', async ({ code, label, phase }) => {
    const chip = await draw(code);
    expect(chip.textContent.trim()).toBe(label);
    expect(chip.classList).toContain(phase);
    expect(chip.querySelector('dh-phase-icon svg')?.children).toHaveLength(phase === 'active' ? 2 : 1);
  });

  it('says to staff who is waited for', async () => {
    expect((await draw('waiting_requester', 'staff')).textContent.trim()).toBe('Waiting for requester');
  });
});
