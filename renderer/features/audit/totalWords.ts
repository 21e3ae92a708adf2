import { t } from './words.ts';

interface Total {
  count: number;
  /** False where the server stopped counting. */
  exact: boolean;
}

/** `1,204 events`, or `more than 10,000 events` where the server stopped counting. */
export function totalWords({ count, exact }: Total): string {
  return exact ? t('events', { count }) : t('moreThanEvents', { count });
}

/** `50 of 1,204 events` */
export function shownWords(shown: number, { count, exact }: Total): string {
  return exact ? t('shownOf', { shown, count }) : t('shownOfMore', { shown, count });
}
