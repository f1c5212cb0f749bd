import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { Session } from './session';
import { isOwnAddress, permissionGuard, signedInGuard, signedOutGuard } from './signed-in-guard';

@Component({ selector: 'dh-any', template: '' })
class AnyPage {}

describe('the guards', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'people', component: AnyPage, canActivate: [signedInGuard, permissionGuard('people.list')] },
          { path: 'sign-in', component: AnyPage, canActivate: [signedOutGuard] },
          { path: '**', component: AnyPage },
        ]),
      ],
    });
  });

  async function arriveAt(address: string): Promise<string> {
    const router = TestBed.inject(Router);
    await router.navigateByUrl(address);
    return router.url;
  }

  it('send a signed-out visitor to sign in, and remember where he wanted to go', async () => {
    expect(await arriveAt('/people?q=emma')).toBe('/sign-in?returnTo=%2Fpeople%3Fq%3Demma');
  });

  it('let staff see people', async () => {
    TestBed.inject(Session).begin(aMe({ role: 'agent' }));
    expect(await arriveAt('/people')).toBe('/people');
  });

  it.each([
    ['employee', '/tickets'],
    ['agent', '/queue?view=open'],
  ] as const)('send an %s who is signed in to his work', async (role, home) => {
    TestBed.inject(Session).begin(aMe({ role }));
    expect(await arriveAt('/sign-in')).toBe(home);
  });

  it('send somebody who is signed in to the page that he wanted', async () => {
    TestBed.inject(Session).begin(aMe({ role: 'agent' }));
    expect(await arriveAt('/sign-in?returnTo=%2Fpeople%3Fq%3Demma')).toBe('/people?q=emma');
  });

  it.each([
    ['/tickets/1', true],
    ['https://evil.example', false],
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['javascript:alert(1)', false],
    ['', false],
    [undefined, false],
  ])('take %p as an address of ours: %p', (address, expected) => {
    expect(isOwnAddress(address)).toBe(expected);
  });
});
