import { DOCUMENT } from '@angular/common';
import { HttpHeaders, HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { of } from 'rxjs';
import { anOrganisation } from '../../testing/organisation';
import { fetchMissingPage } from './missing-page';
import { Notices } from './notices';
import { upgradeInterceptor } from './upgrade';

@Component({ selector: 'dh-here', template: '' })
class Here {}

describe('a page whose code does not come', () => {
  let served: string;
  let asked: string[];
  const offer = jest.fn<Notices['offer']>();
  const fails = (message: string) => () => Promise.reject(new TypeError(message));

  beforeEach(() => {
    [served, asked] = ['one', []];
    offer.mockReset();
    const view = new Proxy(document, {
      get: (whole, name) => {
        if (name === 'location') return { assign: (url: string) => asked.push(url) };
        const value: unknown = Reflect.get(whole, name);
        return typeof value === 'function' ? (value as () => unknown).bind(whole) : value;
      },
    });
    TestBed.configureTestingModule({
      providers: [
        { provide: DOCUMENT, useValue: view },
        { provide: Notices, useValue: { offer } },
        provideHttpClient(
          withInterceptors([
            upgradeInterceptor,
            () =>
              of(new HttpResponse({ body: anOrganisation(), headers: new HttpHeaders({ 'Deskhand-Client': served }) })),
          ]),
        ),
        provideRouter(
          [
            { path: 'here', component: Here },
            { path: 'gone', loadComponent: fails('Failed to fetch dynamically imported module: http://x/chunk-a.js') },
            { path: 'broken', loadComponent: fails('undefined is not a function') },
          ],
          withNavigationErrorHandler((error) => fetchMissingPage(error)),
        ),
      ],
    });
  });

  async function go(address: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl('/here');
    await TestBed.inject(Router)
      .navigateByUrl(address)
      .catch(() => false);
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('comes with the whole client where the server has another one by now', async () => {
    const { Organisation } = await import('./organisation');
    await TestBed.inject(Organisation).load();
    served = 'two';
    await go('/gone?a=b');
    expect(asked).toEqual(['/gone?a=b']);
    expect(offer).not.toHaveBeenCalled();
  });

  it('offers another try where the server has the same one', async () => {
    await go('/gone');
    expect(asked).toEqual([]);
    expect(offer).toHaveBeenCalledTimes(1);
    expect(TestBed.inject(Router).url).toBe('/here');
  });

  it('is not to be confused with one that is broken', async () => {
    await go('/broken');
    expect(asked).toEqual([]);
    expect(offer).not.toHaveBeenCalled();
  });
});
