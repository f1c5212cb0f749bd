import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { InstallationXsrfTokenExtractor } from './xsrf-token-extractor';

const NAMES = ['deskhand-xsrf-a1', 'deskhand-xsrf-b2', 'other-xsrf-c3'];

function setCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/`;
}

describe('the XSRF token of a request', () => {
  afterEach(() => {
    for (const name of NAMES) document.cookie = `${name}=; path=/; max-age=0`;
  });

  function token(): string | null {
    return TestBed.inject(InstallationXsrfTokenExtractor).getToken();
  }

  it('is nothing while nobody is signed in', () => {
    setCookie('other-xsrf-c3', 'foreign');
    expect(token()).toBeNull();
  });

  it('is the readable cookie of the installation', () => {
    setCookie('deskhand-xsrf-a1', 'one');
    expect(token()).toBe('one');
  });

  it('is those of all installations of this host, for the page cannot know its own', () => {
    setCookie('deskhand-xsrf-a1', 'one');
    setCookie('deskhand-xsrf-b2', 'two%3D');
    expect(token()?.split(',').sort()).toEqual(['one', 'two=']);
  });
});
