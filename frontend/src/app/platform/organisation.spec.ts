import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeApi, refusal } from '../../testing/fake-api';
import { anOrganisation } from '../../testing/organisation';
import { Organisation } from './organisation';

const ROUTE = 'GET /api/v1/organisation';

describe('the organisation', () => {
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi();
  });

  function begin(): Organisation {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([api.interceptor]))] });
    return TestBed.inject(Organisation);
  }

  it('is called like the product until it is known', async () => {
    api.on(ROUTE, () => anOrganisation({ logoUrl: '/api/v1/organisation/logo?v=1' }));
    const organisation = begin();
    expect([organisation.name(), organisation.logoUrl()]).toEqual(['Deskhand', null]);
    await organisation.load();
    expect([organisation.name(), organisation.logoUrl()]).toEqual(['Harbour & Sons', '/api/v1/organisation/logo?v=1']);
  });

  it('looks the next time as it did the last time, before anybody answers', async () => {
    api.on(ROUTE, () => anOrganisation());
    await begin().load();
    expect(begin().name()).toBe('Harbour & Sons');
  });

  it('stays as it was where no answer comes', async () => {
    api.on(ROUTE, () => refusal('unavailable', 'Away.'));
    const organisation = begin();
    await organisation.load();
    expect([organisation.name(), organisation.facts()]).toEqual(['Deskhand', null]);
  });

  it.each(['', 'null', '7', '{"name":"","logoUrl":"https://evil.example/x.png"}'])(
    'does without what was kept as %j',
    (kept) => {
      localStorage.setItem('deskhand-organisation', kept);
      const organisation = begin();
      expect([organisation.name(), organisation.logoUrl()]).toEqual(['Deskhand', null]);
    },
  );
});
