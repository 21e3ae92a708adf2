import { t } from '../words.ts';

/** What the last wrong code says about the phone's clock: `About 4 min slow`. Negative is slow. */
export function driftSentence(minutes: number | null): string | null {
  if (!minutes) return null;
  return minutes < 0 ? t('clockSlow', { minutes: -minutes }) : t('clockFast', { minutes });
}
