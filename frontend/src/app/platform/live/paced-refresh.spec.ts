import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Subject } from 'rxjs';
import { PageVisible } from '../page-visible';
import { Live } from './live';
import { PacedRefresh } from './paced-refresh';

describe('what is read again after changes', () => {
  const isVisible = signal(true);
  const begun = new Subject<void>();
  let reads: boolean[];
  let failures: number;
  let refresh: PacedRefresh;

  beforeEach(() => {
    jest.useFakeTimers();
    isVisible.set(true);
    [reads, failures] = [[], 0];
    TestBed.configureTestingModule({
      providers: [
        { provide: PageVisible, useValue: { isVisible } },
        { provide: Live, useValue: { begun } },
      ],
    });
    const read = (wasHidden: boolean): Promise<void> => {
      reads.push(wasHidden);
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('no connection')) : Promise.resolve();
    };
    refresh = TestBed.runInInjectionContext(() => new PacedRefresh(read));
    TestBed.tick();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is read soon, and once for all that happens until then', async () => {
    for (let nth = 0; nth < 100; nth += 1) refresh.ask();
    await jest.advanceTimersByTimeAsync(300);
    expect(reads).toHaveLength(1);
  });

  it('is read at most once a second, and never left behind', async () => {
    for (let nth = 0; nth < 100; nth += 1) {
      refresh.ask();
      await jest.advanceTimersByTimeAsync(50);
    }
    expect(reads.length).toBeGreaterThanOrEqual(5);
    expect(reads.length).toBeLessThanOrEqual(6);
    const before = reads.length;
    refresh.ask();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(reads).toHaveLength(before + 1);
  });

  it('waits behind another tab, and is read once somebody looks', async () => {
    isVisible.set(false);
    refresh.ask();
    refresh.ask();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(reads).toEqual([]);
    isVisible.set(true);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(300);
    expect(reads).toEqual([true]);
    refresh.ask();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(reads).toEqual([true, false]);
  });

  it('is tried again with the next stream where it failed', async () => {
    failures = 1;
    refresh.ask();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(reads).toHaveLength(1);
    begun.next();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(reads).toHaveLength(2);
  });
});
