import { provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PageTitle } from './page-title';

@Component({ selector: 'dh-any', template: '<main tabindex="-1"><button i18n type="button">x</button></main>' })
class AnyPage {}

describe('the title of a page', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        PageTitle,
        { provide: TitleStrategy, useExisting: PageTitle },
        provideRouter([
          { path: 'queue', title: 'Queue', component: AnyPage },
          { path: 'people', title: 'People', component: AnyPage },
          { path: 'plain', component: AnyPage },
        ]),
      ],
    });
  });

  function announced(): string {
    return TestBed.inject(PageTitle).announcement();
  }

  it('names the page and the product', async () => {
    const harness = await RouterTestingHarness.create('/queue');
    expect(document.title).toBe('Queue · Deskhand');
    await harness.navigateByUrl('/plain');
    expect(document.title).toBe('Deskhand');
  });

  it('is said, and takes the focus to the beginning, when the page changes', async () => {
    const harness = await RouterTestingHarness.create('/queue');
    expect(announced()).toBe('');
    await harness.navigateByUrl('/people');
    expect(announced()).toBe('People');
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  it('stays unsaid where only the filter changes, and the focus stays where it is', async () => {
    const harness = await RouterTestingHarness.create('/queue');
    const button = harness.fixture.nativeElement as HTMLElement;
    button.querySelector('button')?.focus();
    await TestBed.inject(Router).navigateByUrl('/queue?phase=waiting');
    expect(announced()).toBe('');
    expect(document.activeElement?.tagName).toBe('BUTTON');
  });
});
