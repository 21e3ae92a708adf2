import { describe, expect, it } from 'vitest';
import {
  beginningOfDay,
  ceilingOf,
  FLOORS,
  passedBy,
  usualOf,
} from '../../../../server/features/resetRequests/rules/ceilings.ts';
import type { Load } from '../../../../server/features/resetRequests/rules/ceilings.ts';
import { DAY, HOUR } from '../../../../server/time.ts';

const TODAY = Date.UTC(2027, 0, 11);
/** The middle of the day so many weeks ago. */
const weeksAgo = (weeks: number) => TODAY - weeks * 7 * DAY + 12 * HOUR;
const weeks = (counts: readonly number[]) =>
  counts.map((count, index) => ({ at: weeksAgo(index + 1), count }));

describe('S-115 what is usual', () => {
  it.each([
    ['nothing where nothing was', [], 0],
    ['what every week had', weeks([6, 6, 6, 6, 6, 6, 6, 6]), 6],
    ['not what one week had', weeks([90, 6, 6, 6, 6, 6, 6, 6]), 6],
    ['not what four of eight had', weeks([90, 90, 90, 90, 6, 6, 6, 6]), 6],
    ['what five of eight had', weeks([90, 90, 90, 90, 90, 6, 6, 6]), 90],
    ['nothing in an organisation of four weeks', weeks([9, 9, 9, 9]), 0],
    ['not what today has', [...weeks([6, 6, 6, 6, 6, 6, 6, 6]), { at: TODAY, count: 90 }], 6],
    [
      'nor what was longer ago',
      [...weeks([6, 6, 6, 6]), ...weeks([9]).map(() => ({ at: weeksAgo(9), count: 9 }))],
      0,
    ],
  ] as const)('is %s', (_, counted, usual) => {
    expect(usualOf(counted, TODAY)).toBe(usual);
  });

  it('is of the busiest hour or day of each week', () => {
    const calm = weeks([2, 2, 2, 2, 2, 2, 2, 2]).map(({ at, count }) => ({ at: at + HOUR, count }));
    expect(usualOf([...calm, ...weeks([7, 7, 7, 7, 7, 7, 7, 7])], TODAY)).toBe(7);
  });

  it('counts from the beginning of a day', () => {
    expect(beginningOfDay(TODAY + 13 * HOUR)).toBe(TODAY);
  });
});

describe('S-115 a ceiling', () => {
  const agent = { scope: 'agent', window: 'day' } as const;
  it.each([
    ['the floor where little is usual', { usual: 3, set: null }, FLOORS.agent.day],
    ['twice what is usual', { usual: 100, set: null }, 200],
    ['what an officer set, lower', { usual: 100, set: 5 }, 5],
    ['what an officer set, higher', { usual: 3, set: 500 }, 500],
  ] as const)('is %s', (_, from, ceiling) => {
    expect(ceilingOf(agent, from)).toBe(ceiling);
  });

  it('is passed by one more than it', () => {
    const below: Load = { ...agent, name: 'Priya', count: 39, ceiling: 40 };
    const at: Load = { ...below, count: 40 };
    expect(passedBy([below])).toBeNull();
    expect(passedBy([below, at])).toBe(at);
  });
});
