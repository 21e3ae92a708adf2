import { describe, expect, it } from 'vitest';
import { readDay, writeDay } from '../../renderer/language/days.ts';

describe('a day that is typed', () => {
  it('is written as the language does', () => {
    expect(writeDay('2026-12-02')).toBe('02/12/2026');
    expect(writeDay('')).toBe('');
  });

  it.each([
    ['02/12/2026', '2026-12-02'],
    ['2.12.2026', '2026-12-02'],
    [' 2 12 2026 ', '2026-12-02'],
    ['2026-12-02', '2026-12-02'],
    ['29/2/2028', '2028-02-29'],
  ])('%j is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each([
    '',
    '2',
    '2/12',
    '2/12/2',
    '2/12/20',
    '2/12/202',
    '2/12/0026',
    '31/2/2026',
    '2/13/2026',
    'soon',
    '1/2/3/2026',
  ])('%j commits nothing yet', (typed) => {
    expect(readDay(typed)).toBeNull();
  });
});
