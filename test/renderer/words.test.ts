import { describe, expect, it } from 'vitest';
import { deviceOf } from '../../renderer/shared/device.ts';
import { spelled } from '../../renderer/shared/spelling.ts';
import { grouped } from '../../renderer/ui/Secret.tsx';
import { dueDay, dueTime, duration, shortDay, shortTime, utcTime } from '../../renderer/ui/time.ts';

const NOW = Date.parse('2026-11-24T11:00:00Z');

describe('times as people say them', () => {
  it('names today, yesterday and tomorrow, then the day', () => {
    expect(shortTime('2026-11-24T10:42:00Z', NOW)).toBe('today, 10:42');
    expect(shortTime('2026-11-23T23:59:00Z', NOW)).toBe('yesterday, 23:59');
    expect(shortTime('2026-11-25T00:01:00Z', NOW)).toBe('tomorrow, 00:01');
    expect(shortTime('2026-11-03T09:00:00Z', NOW)).toBe('3 Nov, 09:00');
    expect(shortTime('2025-11-03T09:00:00Z', NOW)).toBe('3 Nov 2025');
    expect(shortDay('2026-11-03T09:00:00Z', NOW)).toBe('3 Nov');
  });

  it('names the weekday of what is due', () => {
    expect(dueDay('2026-12-08T10:00:00Z', NOW)).toBe('Tue, 8 Dec');
    expect(dueDay('2026-11-24T23:00:00Z', NOW)).toBe('today');
    expect(dueTime('2026-12-08T10:00:00Z', NOW)).toBe('Tue, 8 Dec, 10:00');
    expect(dueTime('2026-11-25T10:00:00Z', NOW)).toBe('tomorrow, 10:00');
    expect(dueTime('2027-01-05T10:00:00Z', NOW)).toBe('Tue, 5 Jan 2027, 10:00');
  });

  it('tells yesterday from today across a change of the clocks', () => {
    const night = Date.parse('2026-10-25T12:00:00Z');
    expect(shortTime('2026-10-24T23:30:00Z', night)).toBe('today, 00:30');
    expect(shortTime('2026-10-24T22:30:00Z', night)).toBe('yesterday, 23:30');
  });

  it('gives UTC to the second', () => {
    expect(utcTime('2026-11-24T10:42:07.123Z')).toBe('2026-11-24 10:42:07 UTC');
  });

  it('rounds a length of time to what matters', () => {
    expect(duration(20_000)).toBe('less than a minute');
    expect(duration(41 * 60_000)).toBe('41 minutes');
    expect(duration(3 * 3_600_000)).toBe('3 hours');
    expect(duration(5 * 86_400_000)).toBe('5 days');
  });
});

describe('codes and secrets to be read out', () => {
  it('spells a request code', () => {
    expect(spelled('K7M2QX')).toBe('Kilo Seven Mike Two Quebec X-ray');
  });

  it('groups a key for typing', () => {
    expect(grouped('KRUGS4ZANB', 4)).toBe('KRUG S4ZA NB');
  });
});

describe('devices', () => {
  it('names the program and the system, and says so where it knows neither', () => {
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36';
    expect(deviceOf(chrome)).toBe('Chrome on Windows');
    expect(deviceOf('Gatehouse/0.1.0 (darwin)')).toBe('Gatehouse app on macOS');
    expect(deviceOf('curl/8')).toBe('Unknown device');
    expect(deviceOf(null)).toBe('Unknown device');
  });
});
