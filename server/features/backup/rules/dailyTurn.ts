const TIME = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/**
 * Which day's turn it is: the local date from `minuteOfDay` on, before it that of the day before. Turns compare as texts, and an hour
 * that comes twice or never, as clocks change, is no other turn and skips none.
 *
 * @param at UTC ms
 * @param timeZone IANA name
 * @returns e.g. `2026-11-30`
 */
export function dailyTurn(at: number, minuteOfDay: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { ...TIME, timeZone, hourCycle: 'h23' });
  const part = new Map<string, string>(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const minute = Number(part.get('hour')) * 60 + Number(part.get('minute'));
  const date = `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
  return minute >= minuteOfDay ? date : dayBefore(date);
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
