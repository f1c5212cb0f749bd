import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { Session } from './session';
import { SessionChannel, type SessionNews } from './session-channel';

/** The other tabs: keeps what they were told, and speaks for them. */
class OtherTabs {
  readonly told: SessionNews[] = [];
  private react: (news: SessionNews) => void = () => undefined;

  tell(news: SessionNews): void {
    this.told.push(news);
  }

  heard(react: (news: SessionNews) => void): void {
    this.react = react;
  }

  say(personId: string | null): void {
    this.react({ personId });
  }
}

describe('the session', () => {
  let session: Session;
  let server: HttpTestingController;
  let tabs: OtherTabs;

  beforeEach(() => {
    tabs = new OtherTabs();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: SessionChannel, useValue: tabs }],
    });
    server = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
    document.cookie = 'deskhand-xsrf-a1=token; path=/';
  });

  afterEach(() => {
    server.verify();
    document.cookie = 'deskhand-xsrf-a1=; path=/; max-age=0';
  });

  it('asks the server who is here', async () => {
    const loaded = session.load();
    server.expectOne('/api/v1/auth/me').flush(aMe({ role: 'admin' }));
    await loaded;
    expect(session.isStaff()).toBe(true);
    expect(session.may('people.manage')).toBe(true);
  });

  it('needs no request to know that a visitor without the cookie is signed out', async () => {
    document.cookie = 'deskhand-xsrf-a1=; path=/; max-age=0';
    await session.load();
    expect(session.isSignedIn()).toBe(false);
  });

  it('does not take a server that is away for a session that is over', async () => {
    const loaded = session.load();
    server.expectOne('/api/v1/auth/me').flush(null, { status: 503, statusText: 'Unavailable' });
    await loaded;
    expect(session.startFailure()?.code).toBe('unavailable');
  });

  it('starts signed out where the cookie is of a session that is over', async () => {
    const loaded = session.load();
    server.expectOne('/api/v1/auth/me').flush(null, { status: 401, statusText: 'Unauthorized' });
    await loaded;
    expect(session.isSignedIn()).toBe(false);
    expect(session.ending()).toBeNull();
  });

  it('tells the other tabs who came and that he left, but not that he changed his name', () => {
    session.begin(aMe({ id: 'p1' }));
    session.begin(aMe({ id: 'p1', name: 'Liam N.' }));
    session.end();
    expect(tabs.told).toEqual([{ personId: 'p1' }, { personId: null }]);
  });

  it('ends with another tab', () => {
    session.begin(aMe());
    tabs.say(null);
    expect(session.isSignedIn()).toBe(false);
    expect(session.ending()).toBe('elsewhere');
  });

  it('stays on the screen where it is over, until its person signs in again in another tab', async () => {
    session.begin(aMe({ id: 'p1' }));
    session.lapse();
    expect(session.me()?.id).toBe('p1');
    const answer = session.askBack();
    tabs.say('p1');
    server.expectOne('/api/v1/auth/me').flush(aMe({ id: 'p1' }));
    expect(await answer).toBe(true);
    expect(session.isLapsed()).toBe(false);
  });

  it('tells the other tabs that its person is back', () => {
    session.begin(aMe({ id: 'p1' }));
    session.lapse();
    session.begin(aMe({ id: 'p1' }));
    expect(tabs.told).toEqual([{ personId: 'p1' }, { personId: 'p1' }]);
  });

  it('that is over is found out without a request where its cookie is gone', async () => {
    session.begin(aMe());
    document.cookie = 'deskhand-xsrf-a1=; path=/; max-age=0';
    await session.load();
    expect(session.isLapsed()).toBe(true);
  });

  it('that is over can be left without the server', async () => {
    session.begin(aMe());
    session.lapse();
    await session.signOut();
    expect(session.isSignedIn()).toBe(false);
    expect(session.ending()).toBe('signed-out');
  });

  it('follows another tab to another person, and stays where it is the same one', async () => {
    session.begin(aMe({ id: 'p1' }));
    tabs.say('p1');
    tabs.say('p2');
    server.expectOne('/api/v1/auth/me').flush(aMe({ id: 'p2' }));
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.me()?.id).toBe('p2');
  });
});
