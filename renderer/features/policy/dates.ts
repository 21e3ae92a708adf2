const two = (number: number) => String(number).padStart(2, '0');

/** The day in the viewer's zone, as a date field has it; empty while none is chosen. */
export function dateOf(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** Midnight of a date in the viewer's zone, RFC 3339 in UTC; empty where it is none. */
export function startOf(date: string): string {
  const time = new Date(`${date}T00:00`);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}

/** Midnight in the viewer's zone, so many days after a moment in ms; RFC 3339 in UTC. */
export function daysAfter(from: number, days: number): string {
  const day = new Date(from);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).toISOString();
}
