import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDay, writeDay } from '../../renderer/language/days.ts';
import { dueDay } from '../../renderer/ui/time.ts';

describe('a day that is typed', () => {
  it('is written as texts write it', () => {
    expect(writeDay('2026-12-02')).toBe('Wed, 2 Dec 2026');
    expect(writeDay('2026-12-02')).toBe(dueDay('2026-12-02T12:00:00Z', Date.parse('2025-01-01T12:00:00Z')));
    expect(writeDay('')).toBe('');
  });

  it.each([
    ['02/12/2026', '2026-12-02'],
    ['2.12.2026', '2026-12-02'],
    [' 2 12 2026 ', '2026-12-02'],
    ['2026-12-02', '2026-12-02'],
    ['29/2/2028', '2028-02-29'],
    ['2 Dec 2026', '2026-12-02'],
    ['2 dec. 2026', '2026-12-02'],
    ['2 December 2026', '2026-12-02'],
    ['1 Sep 2026', '2026-09-01'],
    ['1 Sept 2026', '2026-09-01'],
    ['Wed, 2 Dec 2026', '2026-12-02'],
    ['wednesday 2/12/2026', '2026-12-02'],
    ['We 2.12.2026', '2026-12-02'],
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
    '2 De 2026',
    '2 Dec 202',
    '2 Dezember 2026',
    '1/2/3/2026',
    'Thu, 2 Dec 2026',
    'Wed, 2 Dec 202',
    'Wed',
  ])('%j commits nothing yet', (typed) => {
    expect(readDay(typed)).toBeNull();
  });
});

it('every month is read as it is written', () => {
  const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-03`);
  expect(days.map((day) => readDay(writeDay(day)))).toEqual(days);
});

describe('in German', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('a day is written and read with the weekday of that language', async () => {
    vi.stubGlobal('localStorage', { getItem: () => null });
    vi.stubGlobal('navigator', { languages: ['de-DE'] });
    vi.resetModules();
    const german = await import('../../renderer/language/days.ts');
    expect(german.writeDay('2026-12-02')).toBe('Mi., 2. Dez. 2026');
    const right = ['Mi., 2. Dez. 2026', 'mi 2.12.2026', 'Mittwoch, 2. Dezember 2026', '2.12.2026'];
    expect(right.map(german.readDay)).toEqual(right.map(() => '2026-12-02'));
    const wrong = ['Do., 2. Dez. 2026', 'Mi., 2. Dez. 202', 'Wed, 2 Dec 2026'];
    expect(wrong.map(german.readDay)).toEqual(wrong.map(() => null));
  });
});
