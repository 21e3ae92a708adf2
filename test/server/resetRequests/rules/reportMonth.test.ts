import { describe, expect, it } from 'vitest';
import { lastMonth } from '../../../../server/features/resetRequests/rules/reportMonth.ts';
import { HOUR } from '../../../../server/time.ts';

const read = (now: string, timeZone: string) => {
  const { name, from, to, before, dueAt } = lastMonth(Date.parse(now), timeZone);
  return [name, ...[from, to, before, dueAt].map((at) => new Date(at).toISOString())];
};

describe('the month whose report is due', () => {
  it('is the calendar month of the organisation’s time zone, through changes of summer time', () => {
    // Summer time ends in Europe on 25 October 2026.
    expect(read('2026-11-10T12:00:00Z', 'Europe/Berlin')).toEqual([
      '2026-10',
      '2026-09-30T22:00:00.000Z',
      '2026-10-31T22:59:59.999Z',
      '2026-08-31T22:00:00.000Z',
      '2026-11-02T07:00:00.000Z',
    ]);
    // It is December there while it is November in London.
    expect(read('2026-11-30T11:00:00Z', 'Pacific/Kiritimati')[0]).toBe('2026-11');
    expect(read('2026-12-01T07:00:00Z', 'America/Los_Angeles')[0]).toBe('2026-10');
    expect(read('2026-01-05T00:00:00Z', 'UTC').slice(0, 3)).toEqual([
      '2025-12',
      '2025-12-01T00:00:00.000Z',
      '2025-12-31T23:59:59.999Z',
    ]);
  });

  it.each([
    ['a Saturday', '2026-08-10T00:00:00Z', '2026-08-03T08:00:00.000Z'],
    ['a Sunday', '2026-11-10T00:00:00Z', '2026-11-02T08:00:00.000Z'],
    ['a Monday', '2026-06-10T00:00:00Z', '2026-06-01T08:00:00.000Z'],
    ['a Friday', '2026-05-10T00:00:00Z', '2026-05-01T08:00:00.000Z'],
  ])('is due on the first working day, also where the first is %s', (_, now, due) => {
    expect(read(now, 'UTC').at(-1)).toBe(due);
  });

  it('begins where the one before it ended, hour by hour of two years, in every kind of zone', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'America/Santiago', 'Africa/Cairo', 'Australia/Lord_Howe']) {
      let last = lastMonth(Date.parse('2026-01-01T00:00:00Z'), zone);
      for (let at = Date.parse('2026-01-01T00:00:00Z'); at < Date.parse('2028-01-01'); at += 6 * HOUR) {
        const month = lastMonth(at, zone);
        expect(month.to).toBeLessThan(at);
        expect(month.dueAt).toBeGreaterThan(month.to);
        if (month.name === last.name) expect(month).toEqual(last);
        else expect([month.from, month.before]).toEqual([last.to + 1, last.from]);
        last = month;
      }
    }
  });
});
