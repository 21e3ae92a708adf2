import { expect, it } from 'vitest';
import { sinceTime } from '../../renderer/features/resetRequests/sinceTime.ts';

const at = (time: string) => new Date(`2026-11-30T${time}:00`);

it('what began a moment ago is said by the clock, just after midnight, too', () => {
  const began = at('23:59').toISOString();
  expect(sinceTime(began, at('23:59').getTime() + 30_000)).toBe('23:59');
  expect(sinceTime(began, at('23:59').getTime() + 5 * 60_000)).toBe('23:59');
});

it('what began longer ago names its day', () => {
  expect(sinceTime(at('09:00').toISOString(), at('23:59').getTime() + 60_000)).toMatch(/09:00$/);
  expect(sinceTime(at('09:00').toISOString(), at('23:59').getTime() + 60_000)).not.toBe('09:00');
});
