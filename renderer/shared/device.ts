import { t } from './words.ts';

const PROGRAMS: readonly [RegExp, string][] = [
  [/Gatehouse/, t('gatehouseApp')],
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
  if (!userAgent) return t('unknownDevice');
  const find = (names: readonly [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const program = find(PROGRAMS);
  const system = find(SYSTEMS);
  if (program && system) return t('programOnSystem', { program, system });
  return program ?? system ?? t('unknownDevice');
}
