/** What the last wrong code says about the phone's clock: `About 4 min slow`. Negative is slow. */
export function driftSentence(minutes: number | null): string | null {
  if (!minutes) return null;
  const far = `About ${Math.abs(minutes)} min ${minutes < 0 ? 'slow' : 'fast'} at the last wrong code.`;
  return `${far} Ask them to set it to automatic.`;
}
