import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideHttpClient } from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { Draft, Drafts } from './drafts';

const BODY = { subject: 'The lamp flickers', description: 'Since today.' };

describe('the key under which a draft is sent', () => {
  let draft: Draft;
  const reloaded = (): Draft => new Draft('lamp');

  beforeEach(() => {
    localStorage.clear();
    draft = new Draft('lamp');
    draft.write('The lamp flickers');
  });

  it('stays the same until it has arrived, also after a reload and in another tab', () => {
    const key = draft.keyFor(BODY);
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect([draft.keyFor({ ...BODY }), reloaded().keyFor(BODY)]).toEqual([key, key]);
  });

  it('is another one for another text', () => {
    const key = draft.keyFor(BODY);
    expect(draft.keyFor({ ...BODY, description: 'Since Monday.' })).not.toBe(key);
  });

  it('is another one for the same text once it was sent', () => {
    const key = draft.keyFor(BODY);
    draft.sent('The lamp flickers');
    expect([draft.text(), localStorage.length]).toEqual(['', 0]);
    expect(draft.keyFor(BODY)).not.toBe(key);
  });

  it('goes with what was sent, and what was typed on meanwhile stays', () => {
    const key = draft.keyFor(BODY);
    draft.write('The lamp flickers again');
    draft.sent('The lamp flickers');
    expect(reloaded().text()).toBe('The lamp flickers again');
    expect(draft.keyFor(BODY)).not.toBe(key);
  });

  it('takes nothing in the storage for granted', () => {
    for (const kept of ['{', '7', 'null', '{"body":1,"key":2}']) {
      localStorage.setItem('lamp:sending', kept);
      expect(reloaded().keyFor(BODY)).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});

describe('drafts', () => {
  it('are one and the same wherever they are asked for', () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideRouter([])] });
    const drafts = TestBed.inject(Drafts);
    expect(drafts.of('lamp')).toBe(drafts.of('lamp'));
    expect(drafts.of('lamp')).not.toBe(drafts.of('printer'));
  });
});
