import { describe, expect, it } from '@jest/globals';
import { copyLine } from '../../src/bench/making/copy-text.js';
import { jsonbText } from '../../src/bench/making/jsonb-text.js';
import { lifeOf } from '../../src/bench/making/life.js';
import { RowQueue } from '../../src/bench/making/row-queue.js';
import { TimeIds } from '../../src/bench/making/time-ids.js';
import { Random } from '../../src/demo/random.js';
import { DAY } from '../../src/platform/clock.js';
import { isId } from '../../src/platform/ids.js';

const NOW = Date.UTC(2026, 0, 1);

describe('A line of COPY', () => {
  it('escapes what would end a value or a line, and tells nothing from an empty text', () => {
    expect(copyLine(['a\tb\\c\nd', null, '', 7, true])).toBe('a\\tb\\\\c\\nd\t\\N\t\t7\ttrue\n');
  });
});

describe('Ids of given times', () => {
  it('are UUIDs that sort by them', () => {
    const ids = new TimeIds(new Random(3));
    const made = Array.from({ length: 200 }, (_, index) => ids.at(NOW + index));
    expect(made.every((id) => isId(id) && id[14] === '7')).toBe(true);
    expect([...made].sort()).toEqual(made);
  });
});

describe('A payload', () => {
  it('is written as the database writes it, which its hash covers', () => {
    const payload = { internal: true, mentionIds: ['b', 'a'], to: null, from: 'é "x"', aa: { b: 1.5, a: [] } };
    expect(jsonbText(payload)).toBe(
      String.raw`{"aa": {"a": [], "b": 1.5}, "to": null, "from": "é \"x\"", "internal": true, "mentionIds": ["b", "a"]}`,
    );
  });
});

describe('Rows of later times', () => {
  it('wait until their time has come, and are written in its order', () => {
    const written: string[] = [];
    const queue = new RowQueue<string>((line) => written.push(line));
    queue.add(NOW + 3 * DAY, 'd');
    queue.add(NOW + 2, 'b');
    queue.add(NOW + 1, 'a');
    queue.add(NOW + DAY, 'c');
    queue.writeUntil(NOW + 2 * DAY);
    expect(written).toEqual(['a', 'b', 'c']);
    queue.writeAll();
    expect(written).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('The life of a ticket', () => {
  const random = new Random(5);
  const lives = Array.from({ length: 20_000 }, (_, index) =>
    lifeOf(NOW - (3 * 365 * DAY * index) / 20_000, NOW, random),
  );
  const shareOf = (statuses: readonly string[]): number =>
    lives.filter(({ status }) => statuses.includes(status)).length / lives.length;

  it('is mostly over; about one of fifty is open, and recent', () => {
    expect(shareOf(['closed'])).toBeGreaterThan(0.9);
    expect(shareOf(['submitted', 'in_progress', 'waiting_requester', 'on_hold'])).toBeGreaterThan(0.013);
    expect(shareOf(['submitted', 'in_progress', 'waiting_requester', 'on_hold'])).toBeLessThan(0.027);
  });

  it('goes forwards and never beyond the present', () => {
    const broken = lives.filter(({ created, comments, resolved, closed, deleted }) => {
      const times = [created, ...comments, resolved ?? comments[2], closed ?? NOW];
      return times.some((time, index) => time < (times[index - 1] ?? 0)) || Math.max(...times, deleted ?? 0) > NOW;
    });
    expect(broken).toEqual([]);
  });
});
