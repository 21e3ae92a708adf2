const PROGRAMS: readonly [RegExp, string][] = [
  [/Gatehouse/, 'Gatehouse app'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows|win32/i, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac|darwin/i, 'macOS'],
  [/Android/, 'Android'],
  [/Linux/i, 'Linux'],
];

/** A user agent in words a person recognises their device by; a claim of that program, never evidence. */
export function deviceOf(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device';
  const find = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const words = [find(PROGRAMS), find(SYSTEMS)].filter(Boolean).join(' on ');
  return words || 'Unknown device';
}
