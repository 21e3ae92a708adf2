interface Formats {
  day: Intl.DateTimeFormat;
  clock: Intl.DateTimeFormat;
}

/** Making a format takes a millisecond, and an import writes a hundred thousand mails. */
const made = new Map<string, Formats>();

/** An RFC 3339 time as a mail says it: in the organisation's time zone, which is named. Other text stays as it is. */
export function writeTime(locale: string, timeZone: string, time: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  const { day, clock } = formats(locale, timeZone);
  return `${day.format(at)}, ${clock.format(at)}`;
}

function formats(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full' });
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  made.set(key, { day, clock });
  return { day, clock };
}
