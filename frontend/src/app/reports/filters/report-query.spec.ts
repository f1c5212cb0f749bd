import { describe, expect, it } from '@jest/globals';
import { dateIn, textOf } from './local-dates';
import { paramsOf, queryFrom, queueParams, reportParams } from './report-query';

describe('the address of the reports', () => {
  it('is thirty days and everybody where it says nothing, and says nothing of them', () => {
    const query = queryFrom({});
    expect(reportParams(query)).toEqual({ days: '30' });
    expect(Object.values(paramsOf(query)).every((value) => value === null)).toBe(true);
  });

  it('comes back as it was', () => {
    const params = { from: '2026-03-01', to: '2026-03-31', priority: 'high,urgent', assignee: 'me' };
    expect(paramsOf(queryFrom(params))).toEqual({ ...params, days: null, category: null });
    expect(paramsOf(queryFrom({ days: '365' }))).toMatchObject({ days: '365', from: null });
  });

  it.each([
    [{ days: '31' }, { days: '30' }],
    [{ from: '2026-03-31', to: '2026-03-01' }, { days: '30' }],
    [{ from: '2026-03-31' }, { days: '30' }],
    [{ from: 'yesterday', to: 'today' }, { days: '30' }],
    [
      { priority: 'low,loud', days: ['7', '90'] },
      { days: '30', priority: 'low' },
    ],
  ])('takes %j for what can be asked for', (params, asked) => {
    expect(reportParams(queryFrom(params))).toEqual(asked);
  });

  it('leads to the queue with its filters, unless it is about several people', () => {
    const query = queryFrom({ category: 'one,two', assignee: 'liam' });
    expect(queueParams(query, { status: 'on_hold' })).toEqual({
      category: 'one,two',
      assignee: 'liam',
      status: 'on_hold',
    });
    const several = queryFrom({ assignee: 'liam,mia' });
    expect(queueParams(several, {})).toBeNull();
    expect(queueParams(several, { assignee: 'mia' })).toEqual({ assignee: 'mia' });
  });
});

describe('dates of the date picker', () => {
  it.each(['2026-01-01', '2026-03-29', '2026-12-31'])('keep %s', (text) => {
    expect(textOf(dateIn(text))).toBe(text);
  });

  it('are nothing where nothing or nonsense was typed', () => {
    expect([dateIn(''), textOf(null), textOf(new Date(NaN))]).toEqual([null, '', '']);
  });
});
