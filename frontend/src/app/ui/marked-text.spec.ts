import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { MarkedText } from './marked-text';

@Component({ selector: 'dh-test-host', imports: [MarkedText], template: '<dh-marked [text]="text()" [q]="q()" />' })
class Host {
  readonly text = signal('The <b>printer</b>, Café & “printers”');
  readonly q = signal('printer cafe');
}

describe('a text with what is searched for', () => {
  it('marks it, adds nothing to the text and takes it for no markup', async () => {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.textContent).toBe(fixture.componentInstance.text());
    expect([...element.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['printer', 'Café']);
    fixture.componentInstance.q.set('');
    await fixture.whenStable();
    expect(element.textContent).toBe(fixture.componentInstance.text());
    expect(element.querySelector('mark')).toBeNull();
  });
});
