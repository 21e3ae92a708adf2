/** An RFC 3339 time as a mail says it: in the organisation's time zone, which is named. Other text stays as it is. */
export function writeTime(locale: string, timeZone: string, time: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full' }).format(at);
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return `${day}, ${clock.format(at)}`;
}
